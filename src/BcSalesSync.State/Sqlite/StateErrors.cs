using BcSalesSync.Contracts;

namespace BcSalesSync.State.Sqlite;

/// <summary>Why the state cannot be used.</summary>
internal static class StateErrors
{
    /// <summary>The file was written by a newer version.</summary>
    public static SyncException NewerSchema(string path, int found, int known) => Create(
        "BcSync.State.NewerSchema",
        $"The state file '{path}' has schema version {found}; this version of BcSalesSync knows up to {known}.",
        "Update the module, or connect with another -StatePath.");

    /// <summary>The file cannot be opened.</summary>
    public static SyncException Unusable(string path, Exception cause) => new(
        Create(
            "BcSync.State.Unusable",
            $"The state file '{path}' cannot be opened: {cause.Message}",
            "Check the path and its permissions, or connect with another -StatePath.").Error,
        cause);

    private static SyncException Create(string id, string message, string next) =>
        new(new BcSyncError
        {
            Time = default,
            Class = FailureClass.Configuration,
            ErrorId = id,
            Message = message,
            RecommendedAction = next,
        });
}
