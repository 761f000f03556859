namespace BcSalesSync.Contracts;

/// <summary>Whether a precondition is met.</summary>
public enum CheckStatus
{
    /// <summary>It is.</summary>
    Passed,

    /// <summary>Something works less well, or not at all, without it.</summary>
    Warning,

    /// <summary>It is not, and synchronising needs it.</summary>
    Failed,
}
