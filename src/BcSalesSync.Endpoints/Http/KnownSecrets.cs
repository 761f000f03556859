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
    private const int MostSecrets = 16;
    private const string Mask = "***";

    private ImmutableList<string> secrets = [];

    /// <summary>Adds a secret; the oldest are forgotten when there are many.</summary>
    public void Add(string? secret)
    {
        if (secret is { Length: >= ShortestSecret })
            ImmutableInterlocked.Update(ref secrets, known => known.Contains(secret) ? known : With(known, secret));
    }

    /// <summary>True when a text holds one.</summary>
    public bool AreIn(string text) => secrets.Exists(secret => text.Contains(secret, StringComparison.Ordinal));

    /// <summary>The text without them, as they are or as an address writes them.</summary>
    public string Remove(string text) => secrets.Aggregate(text, (shown, secret) =>
        shown.Replace(secret, Mask, StringComparison.Ordinal).Replace(Uri.EscapeDataString(secret), Mask, StringComparison.Ordinal));

    private static ImmutableList<string> With(ImmutableList<string> known, string secret) =>
        (known.Count < MostSecrets ? known : known.RemoveAt(0)).Add(secret);
}
