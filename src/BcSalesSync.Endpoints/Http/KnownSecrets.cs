using System.Collections.Immutable;

namespace BcSalesSync.Endpoints.Http;

/// <summary>
/// The secrets of a connection, so that none is shown when a service repeats one in what it says. Safe for parallel use; what is kept is
/// never written anywhere.
/// </summary>
public sealed class KnownSecrets
{
    // Shorter ones would mask parts of ordinary words.
    private const int ShortestSecret = 6;

    // Each system has one token at a time; those before may still be in answers under way.
    private const int MostTokens = 16;
    private const string Mask = "***";

    private ImmutableList<string> kept = [];
    private ImmutableList<string> tokens = [];

    /// <summary>Adds a secret that is good as long as the connection.</summary>
    public void Add(string? secret)
    {
        if (secret is { Length: >= ShortestSecret })
            ImmutableInterlocked.Update(ref kept, known => known.Contains(secret) ? known : known.Add(secret));
    }

    /// <summary>Adds a token, which another one follows; the oldest are forgotten.</summary>
    public void AddToken(string token)
    {
        if (token.Length >= ShortestSecret)
            ImmutableInterlocked.Update(ref tokens, known => known.Contains(token) ? known : With(known, token));
    }

    /// <summary>True when a text holds one.</summary>
    public bool AreIn(string text) => kept.Concat(tokens).Any(secret => text.Contains(secret, StringComparison.Ordinal));

    /// <summary>The text without them, as they are or as an address writes them.</summary>
    public string Remove(string text) => kept.Concat(tokens).Aggregate(text, (shown, secret) =>
        shown.Replace(secret, Mask, StringComparison.Ordinal).Replace(Uri.EscapeDataString(secret), Mask, StringComparison.Ordinal));

    private static ImmutableList<string> With(ImmutableList<string> known, string token) =>
        (known.Count < MostTokens ? known : known.RemoveAt(0)).Add(token);
}
