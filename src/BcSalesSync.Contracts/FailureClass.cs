namespace BcSalesSync.Contracts;

/// <summary>What a failure means for the next attempt (design: recovery).</summary>
public enum FailureClass
{
    /// <summary>The service was busy or away; retried with growing pauses.</summary>
    Transient,

    /// <summary>A record this one refers to is not coupled yet; taken up again once it is.</summary>
    DependencyMissing,

    /// <summary>The other side refused the values; parked after repeating.</summary>
    Data,

    /// <summary>Both sides changed the same field.</summary>
    Conflict,

    /// <summary>The signed-in application lacks a right.</summary>
    Permission,

    /// <summary>The system does not offer what the mapping needs.</summary>
    Capability,

    /// <summary>A mapping or the set-up is wrong.</summary>
    Configuration,

    /// <summary>The run cannot go on.</summary>
    Fatal,
}
