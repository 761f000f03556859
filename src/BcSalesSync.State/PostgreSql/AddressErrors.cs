using BcSalesSync.Contracts;

namespace BcSalesSync.State.PostgreSql;

/// <summary>Why a connection string cannot be used. None of them repeats it.</summary>
internal static class AddressErrors
{
    private const string Example = "Host=db.example.com;Database=sync;Username=sync;Password=...";

    /// <summary>It is no connection string.</summary>
    public static SyncException Unreadable() => Create(
        "BcSync.State.ConnectionString",
        "The connection string of the state cannot be read.",
        $"Give it as Npgsql takes it, for example {Example} A value with a semicolon or a quote in it goes into quotes.");

    /// <summary>Something is missing.</summary>
    public static SyncException Missing(string keyword) => Create(
        "BcSync.State.ConnectionString",
        $"The connection string of the state has no {keyword}.",
        $"Add {keyword}=, for example {Example}");

    /// <summary>The schema is not a plain name.</summary>
    public static SyncException InvalidSchema() => Create(
        "BcSync.State.ConnectionString",
        "The Search Path in the connection string of the state is not the name of one schema.",
        "Give one name of letters, digits and underscores, or leave Search Path out for the schema bcsalessync.");

    /// <summary>Data would travel unencrypted.</summary>
    public static SyncException Unencrypted(string host, string mode) => Create(
        "BcSync.State.Unencrypted",
        $"SSL Mode={mode} could send the state unencrypted to {host}.",
        "Leave SSL Mode out, which takes VerifyFull, or give Require, VerifyCA or VerifyFull; only this machine's own addresses go without.");

    private static SyncException Create(string id, string message, string next) => new(
        new BcSyncError { Time = default, Class = FailureClass.Configuration, ErrorId = id, Message = message, RecommendedAction = next });
}
