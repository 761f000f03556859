namespace BcSalesSync.Sandbox;

/// <summary>
/// A fault rule broke the connection: the request may have been applied, but no answer exists. An in-process client sees it as
/// the failed request it is; a server in front of <see cref="SandboxHandler"/> aborts the connection.
/// </summary>
public sealed class SandboxConnectionDroppedException : HttpRequestException
{
    /// <summary>Makes the exception with its fixed text.</summary>
    public SandboxConnectionDroppedException()
        : base(HttpRequestError.ResponseEnded, "The sandbox dropped the connection.")
    {
    }
}
