using System.Collections.Concurrent;
using System.Management.Automation;
using System.Net;
using System.Security;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Output;

namespace BcSalesSync.PowerShell.Commands.Connections;

/// <summary>
/// Where access tokens come from: a secure string, or a script block that returns one for the base address it is passed. Script blocks
/// run on the pipeline thread, while a command runs; work in the background goes on with the last token. The connection keeps what it got
/// and asks again shortly before its end.
/// </summary>
public sealed class AccessTokenSource
{
    private readonly Func<Uri, object?> ask;
    private readonly bool isFixed;
    private readonly ConcurrentDictionary<Uri, SecureString> last = new();

    /// <summary>Always the same token.</summary>
    /// <param name="token">The token.</param>
    public AccessTokenSource(SecureString token)
        : this(_ => token) => isFixed = true;

    /// <summary>A script that returns a token, as secure string or text.</summary>
    /// <param name="script">Gets the base address of the system as its argument.</param>
    public AccessTokenSource(ScriptBlock script)
        : this(resource => script.Invoke(resource).LastOrDefault()?.BaseObject)
    {
    }

    internal AccessTokenSource(Func<Uri, object?> ask) => this.ask = ask;

    internal async Task<SecureString> GetAsync(Uri resource, CancellationToken cancellationToken)
    {
        if (isFixed)
            return Secured(resource);
        var fresh = CommandPump.Current is { } pump
            ? await pump.AskAsync(() => Secured(resource)).WaitAsync(cancellationToken)
            : null;
        if (fresh is not null)
            last[resource] = fresh;
        // A copy: whoever uses the token may dispose of it.
        return last.TryGetValue(resource, out var token)
            ? token.Copy()
            : throw Refused($"No access token for {resource} is at hand in the background.", "Run a command on the connection first.");
    }

    private SecureString Secured(Uri resource) => ask(resource) switch
    {
        SecureString token => token.Copy(),
        string { Length: > 0 } text => new NetworkCredential(string.Empty, text).SecurePassword,
        _ => throw Refused($"The script of -AccessToken returned no token for {resource}.", "Return a SecureString from the script."),
    };

    private static SyncException Refused(string message, string recommendedAction) => new(new BcSyncError
    {
        Time = TimeProvider.System.GetUtcNow(),
        Class = FailureClass.Permission,
        ErrorId = "BcSync.Connection.NoToken",
        Message = message,
        RecommendedAction = recommendedAction,
    });
}
