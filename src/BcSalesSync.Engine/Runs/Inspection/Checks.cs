using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Runs.Inspection;

/// <summary>Makes the lines of a test of the connection.</summary>
internal static class Checks
{
    /// <summary>Met.</summary>
    public static BcCheck Passed(string check, string message) => new() { Check = check, Status = CheckStatus.Passed, Message = message };

    /// <summary>Not met, and something works less well without it.</summary>
    public static BcCheck Warning(string check, string message, string? action) =>
        new() { Check = check, Status = CheckStatus.Warning, Message = message, RecommendedAction = action };

    /// <summary>Not met, and needed.</summary>
    public static BcCheck Failed(string check, string message, string? action) =>
        new() { Check = check, Status = CheckStatus.Failed, Message = message, RecommendedAction = action };
}
