namespace BcSalesSync.Engine.Planning.Merging;

/// <summary>What a field needs.</summary>
internal enum FieldDecision
{
    /// <summary>Both sides hold the same value, or still what they agreed upon.</summary>
    Agreed,

    /// <summary>The source value is to be written.</summary>
    Write,

    /// <summary>The other side was edited; the other direction carries it.</summary>
    LeaveToReverse,

    /// <summary>Both sides were edited and differ.</summary>
    Conflict,
}
