using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;

namespace BcSalesSync.Engine.Runs;

/// <summary>Why a run cannot start or go on.</summary>
internal static class RunErrors
{
    /// <summary>Id of the error that another run works on the mapping.</summary>
    public const string BusyId = "BcSync.Run.Busy";

    /// <summary>Another run works on the mapping.</summary>
    public static SyncException Busy(string mapping, string holder) => Create(
        FailureClass.Transient,
        BusyId,
        $"Another run works on mapping {mapping} ({HolderName.InWords(holder)}).",
        "Wait until it is done: Get-BcFullSync and Get-BcSyncJob show how far it is.",
        mapping);

    /// <summary>The claim on the mapping ran out, and another run took it.</summary>
    public static SyncException ClaimLost(string mapping, string? successor) => Create(
        FailureClass.Transient,
        "BcSync.Run.ClaimLost",
        $"The run gave no sign of life for so long that another one took over mapping {mapping} ({(successor is null ? "it has ended since" : HolderName.InWords(successor))}). "
            + "What this run had not saved by then is left to the other.",
        "Nothing is lost: run the command again once the other run is done.",
        mapping);

    /// <summary>Something happened that nobody foresaw.</summary>
    public static SyncException Unexpected(string mapping, Exception problem) => Create(
        FailureClass.Fatal,
        "BcSync.Run.Unexpected",
        $"The run on mapping {mapping} ended unexpectedly: {problem.GetType().Name}: {problem.Message}",
        "Nothing that was saved is lost. Run it again with -Debug, and report the exception if it comes back.",
        mapping);

    /// <summary>No full synchronisation was ever started.</summary>
    public static SyncException NoFullSync() => Create(
        FailureClass.Configuration, "BcSync.FullSync.NotStarted", "There is no full synchronisation.", "Start one with Start-BcFullSync.");

    /// <summary>A full synchronisation is under way.</summary>
    public static SyncException FullSyncRunning(string holder) => Create(
        FailureClass.Transient,
        "BcSync.FullSync.Running",
        $"A full synchronisation is under way ({HolderName.InWords(holder)}).",
        "Watch it with Get-BcFullSync or Wait-BcFullSync, or stop it with Stop-BcFullSync.");

    /// <summary>There is nothing to resume.</summary>
    public static SyncException NothingToResume() => Create(
        FailureClass.Configuration, "BcSync.FullSync.Finished", "The last full synchronisation is finished, or was reset.",
            "Start a new one with Start-BcFullSync.");

    private static SyncException Create(FailureClass failureClass, string id, string message, string next, string? mapping = null) =>
        new(ErrorCatalog.Create(default, id, failureClass, message, next) with { Mapping = mapping });
}
