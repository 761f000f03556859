namespace BcSalesSync.Endpoints.Tests.Dataverse.Service;

/// <summary>An answer of the scripted service; one with an exception drops the connection instead.</summary>
internal sealed record Reply(int Status, string Body = "", string? RetryAfter = null)
{
    public Exception? Error { get; init; }

    public string ContentType { get; init; } = "application/json; odata.metadata=minimal";

    public static Reply Ok(string body) => new(200, body);

    public static Reply Failed(int status, string code, string message) =>
        new(status, $$$"""{"error":{"code":"{{{code}}}","message":"{{{message}}}"}}""");

    public static Reply Dropped => new(0) { Error = new IOException("The connection was closed.") };
}
