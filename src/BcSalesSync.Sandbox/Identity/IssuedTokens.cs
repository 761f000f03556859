using System.Collections.Concurrent;

namespace BcSalesSync.Sandbox.Identity;

// The tokens that were given away: for which system, and until when they are good. Limits ask for owners at any time.
internal sealed class IssuedTokens
{
    private readonly ConcurrentDictionary<string, (string System, string Owner, DateTimeOffset Until)> _tokens =
        new(StringComparer.Ordinal);
    private readonly HashSet<string> _refresh = new(StringComparer.Ordinal);
    private int _issued;

    // What new tokens have to be asked with; null when nothing particular.
    public string? RequiredClaims { get; private set; }

    public string Issue(string system, string owner, DateTimeOffset until)
    {
        var token = $"token-{++_issued}-{system}";
        _tokens[token] = (system, owner, until);
        return token;
    }

    public string IssueRefresh()
    {
        var token = $"refresh-{++_issued}";
        _refresh.Add(token);
        return token;
    }

    public bool KnowsRefresh(string token) => _refresh.Contains(token);

    // The identity that a token was given to; null when it is none of these tokens.
    public string? OwnerOf(string token) => _tokens.TryGetValue(token, out var issued) ? issued.Owner : null;

    public bool IsValid(string token, string system, DateTimeOffset now) =>
        _tokens.TryGetValue(token, out var issued) && issued.System == system && now < issued.Until;

    // Ends all tokens at once; what comes after must show the claims.
    public void Revoke(string claims)
    {
        _tokens.Clear();
        RequiredClaims = claims;
    }
}
