using System.Net.Sockets;
using System.Security.Authentication;
using BcSalesSync.Contracts;
using Npgsql;

namespace BcSalesSync.State.PostgreSql;

/// <summary>Why a state in PostgreSQL cannot be used. None of them has the connection string in it.</summary>
internal static class PostgreSqlErrors
{
    private const string OtherSchema = "or give another Search Path in -StateConnectionString.";

    /// <summary>The schema was written by a newer version.</summary>
    public static SyncException NewerSchema(PostgreSqlAddress address, int found, int known) => Create(
        "BcSync.State.NewerSchema",
        FailureClass.Configuration,
        $"The state {address.Shown} has schema version {found}; this version of BcSalesSync knows up to {known}.",
        $"Update the module, {OtherSchema}");

    /// <summary>The schema holds tables of others.</summary>
    public static SyncException Foreign(PostgreSqlAddress address) => Create(
        "BcSync.State.Foreign",
        FailureClass.Configuration,
        $"The schema {address.Schema} of {address.Shown} holds tables, but no state of BcSalesSync; it was left as it is.",
        $"Check the database, {OtherSchema}");

    /// <summary>The database cannot keep all letters.</summary>
    public static SyncException NotUnicode(PostgreSqlAddress address) => Create(
        "BcSync.State.Unusable",
        FailureClass.Configuration,
        $"The database {address.Database} does not keep its text in UTF8.",
        "Create a database with ENCODING 'UTF8' and name it in -StateConnectionString.");

    /// <summary>True when the transaction got in the way of another one, or its connection was gone: nothing of it was saved.</summary>
    public static bool MayBeTriedAgain(NpgsqlException problem) =>
        IsConflict(problem) || problem.SqlState?.StartsWith("57P0", StringComparison.Ordinal) == true || problem.InnerException is IOException;

    /// <summary>True when the transaction got in the way of another one.</summary>
    public static bool IsConflict(NpgsqlException problem) =>
        problem.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;

    /// <summary>No connection could be opened.</summary>
    public static SyncException Unopened(PostgreSqlAddress address, NpgsqlException problem) =>
        problem.InnerException is TimeoutException or SocketException ? Unreachable(address, problem) : Failed(address, problem);

    /// <summary>Something failed: signing in, or a statement.</summary>
    public static SyncException Failed(PostgreSqlAddress address, NpgsqlException problem) => problem.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => Refused(address, problem),
        PostgresErrorCodes.InvalidCatalogName => Create(
            "BcSync.State.DatabaseMissing",
            FailureClass.Configuration,
            $"There is no database {address.Database} at {address.Server}.",
            $"Create it (CREATE DATABASE {address.Database}), or correct Database in -StateConnectionString.",
            problem),
        PostgresErrorCodes.InsufficientPrivilege => Create(
            "BcSync.State.NoRight",
            FailureClass.Permission,
            $"The user may not do this in {address.Shown}: {Said(problem)}",
            $"Grant the user CREATE on the database {address.Database}, or make the user the owner of the schema {address.Schema} and of its tables.",
            problem),
        PostgresErrorCodes.ReadOnlySqlTransaction => Create(
            "BcSync.State.ReadOnly",
            FailureClass.Configuration,
            $"The server {address.Server} only reads; it is a standby, or was set so.",
            "Name the primary server in -StateConnectionString.",
            problem),
        PostgresErrorCodes.TooManyConnections => Busy(address, problem, "Run the command again later, or raise max_connections of the server."),
        { } state when state.StartsWith("57P0", StringComparison.Ordinal) || state.StartsWith("08", StringComparison.Ordinal) =>
            Unreachable(address, problem),
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable
            or PostgresErrorCodes.QueryCanceled => Busy(address, problem, "Run the command again."),
        null => Unanswered(address, problem),
        _ => Create(
            "BcSync.State.Failed",
            FailureClass.Fatal,
            $"The state {address.Shown} could not be read or written: {Said(problem)}",
            "Check the server and its disk, then run the command again; what was saved before is kept.",
            problem),
    };

    // The server did not say what is wrong.
    private static SyncException Unanswered(PostgreSqlAddress address, NpgsqlException problem) => problem switch
    {
        { InnerException: AuthenticationException } => Create(
            "BcSync.State.Tls",
            FailureClass.Configuration,
            $"The certificate of {address.Server} was refused: {problem.InnerException.Message}",
            "Give Root Certificate with the authority that issued it, or let the server have one that this machine trusts and that names the host.",
            problem),
        _ when problem.Message.Contains("SSL", StringComparison.Ordinal) => Create(
            "BcSync.State.Tls",
            FailureClass.Configuration,
            $"The server {address.Server} does not take encrypted connections.",
            "Switch ssl on at the server, with a certificate that names the host; only this machine's own addresses go without.",
            problem),
        _ when problem.Message.Contains("password", StringComparison.OrdinalIgnoreCase) => Refused(address, problem),
        { InnerException: TimeoutException } =>
            Busy(address, problem, "Run the command again once other processes are done."),
        _ => Unreachable(address, problem),
    };

    private static SyncException Refused(PostgreSqlAddress address, NpgsqlException problem) => Create(
        "BcSync.State.SignInRefused",
        FailureClass.Permission,
        $"The server {address.Server} refused the sign-in to the database {address.Database}: {Said(problem)}",
        "Correct Username and Password in -StateConnectionString, or PGPASSWORD or PGPASSFILE where it has no password. If the server wants encryption, add SSL Mode=VerifyFull.",
        problem);

    private static SyncException Unreachable(PostgreSqlAddress address, NpgsqlException problem) => Create(
        "BcSync.State.Unreachable",
        FailureClass.Transient,
        $"The server {address.Server} of the state does not answer: {Said(problem)}",
        "Check host and port in -StateConnectionString, the network and the server, then run the command again; what was saved before is kept.",
        problem);

    private static SyncException Busy(PostgreSqlAddress address, NpgsqlException problem, string next) => Create(
        "BcSync.State.Busy", FailureClass.Transient, $"The state {address.Shown} is busy: {Said(problem)}", next, problem);

    private static string Said(NpgsqlException problem) => problem is PostgresException { MessageText: { } text } ? text : problem.Message;

    private static SyncException Create(string id, FailureClass failureClass, string message, string next, Exception? cause = null) =>
        new(new BcSyncError { Time = default, Class = failureClass, ErrorId = id, Message = message, RecommendedAction = next }, cause);
}
