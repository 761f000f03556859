using BcSalesSync.Contracts;
using Microsoft.Data.Sqlite;

namespace BcSalesSync.State.Sqlite;

/// <summary>Why the state cannot be used.</summary>
internal static class StateErrors
{
    private const string OtherPath = "or connect with another -StatePath.";

    /// <summary>The file was written by a newer version.</summary>
    public static SyncException NewerSchema(string path, int found, int known) => Create(
        "BcSync.State.NewerSchema",
        FailureClass.Configuration,
        $"The state file '{path}' has schema version {found}; this version of BcSalesSync knows up to {known}.",
        $"Update the module, {OtherPath}");

    /// <summary>The file is a database of another application.</summary>
    public static SyncException Foreign(string path) => Create(
        "BcSync.State.Foreign",
        FailureClass.Configuration,
        $"The file '{path}' is a database, but not a state of BcSalesSync; it was left as it is.",
        $"Check the path, {OtherPath}");

    /// <summary>The file cannot be opened.</summary>
    public static SyncException Unusable(string path, Exception cause) => Create(
        "BcSync.State.Unusable",
        FailureClass.Configuration,
        $"The state file '{path}' cannot be opened: {cause.Message}",
        $"Check the path and its permissions, {OtherPath}",
        cause);

    /// <summary>A statement failed: another process is busy with the file for long, the disk is full, the file is damaged.</summary>
    public static SyncException Failed(string path, SqliteException cause) =>
        cause.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED
            ? Create(
                "BcSync.State.Busy",
                FailureClass.Transient,
                $"Another process keeps the state file '{path}' busy: {cause.Message}",
                "Run the command again once the other process is done.",
                cause)
            : Create(
                "BcSync.State.Failed",
                FailureClass.Fatal,
                $"The state file '{path}' could not be read or written: {cause.Message}",
                "Check the disk and the file, then run the command again; what was saved before is kept.",
                cause);

    private static SyncException Create(string id, FailureClass failureClass, string message, string next, Exception? cause = null) =>
        new(new BcSyncError { Time = default, Class = failureClass, ErrorId = id, Message = message, RecommendedAction = next }, cause);
}
