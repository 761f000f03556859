using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Connections;

namespace BcSalesSync.Runtime.Profiles;

/// <summary>Why a profile cannot be had or kept.</summary>
internal static class ProfileErrors
{
    /// <summary>There is none of this name.</summary>
    public static SyncException NotFound(string name) => Create(
        "NotFound", $"There is no profile '{name}'.", "Look at Get-BcProfile, or make one with Connect-BcSync -SaveProfile.");

    /// <summary>The name cannot be a file's everywhere.</summary>
    public static SyncException InvalidName(string name) => Create(
        "InvalidName", $"'{name}' cannot be the name of a profile.", "Use up to 64 letters, digits, blanks, dots, hyphens and underscores.");

    /// <summary>The file is damaged or protected.</summary>
    public static SyncException Unreadable(string file, Exception problem) => Create(
        "Unreadable", $"The profile {file} cannot be read: {problem.Message}", "Mend the file, forget the profile with Remove-BcProfile, or save it again with Connect-BcSync -SaveProfile.", problem);

    /// <summary>The file cannot be written.</summary>
    public static SyncException Unwritable(string file, Exception problem) => Create(
        "Unwritable", $"The profile {file} cannot be written: {problem.Message}", "Check the rights on the folder and the space on the disk.", problem);

    /// <summary>The file cannot be removed.</summary>
    public static SyncException Protected(string file, Exception problem) => Create(
        "Protected",
        $"The profile {file} cannot be removed: {problem.Message}",
        "Check the rights on the file and its folder, and close what has it open.",
        problem);

    private static SyncException Create(string problem, string message, string next, Exception? inner = null) =>
        ConnectionProblem.Create(FailureClass.Configuration, "BcSync.Profile." + problem, message, next, inner);
}
