using System.Globalization;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Engine.Changes.Translating;

/// <summary>
/// Codes for salespeople created from users: SP NO. 00001 and on (spec/mappings.md 3.2). A code once intended for a user stays that
/// user's, and one that is restored gets its own back: documents name it.
/// </summary>
internal sealed class SalespersonCodes(EndpointPair endpoints, IPendingReader pending) : IComputation
{
    private const string Prefix = "SP NO. ";
    private readonly Dictionary<Guid, string> given = [];
    private int last = -1;

    /// <inheritdoc/>
    public string Name => "SalespersonCode";

    /// <inheritdoc/>
    public async Task LoadAsync(PassDefinition pass, IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken)
    {
        var fresh = candidates.Where(candidate => candidate.LacksCounterpart && !given.ContainsKey(candidate.Source.Id)).ToArray();
        if (fresh.Length == 0)
            return;
        foreach (var intent in await pending.IntentsAsync(pass.Mapping.Name, pass.Direction, cancellationToken).ConfigureAwait(false))
            Remember(intent.SourceId, intent.KeyValue);
        if (last < 0)
            await ReadLastAsync(cancellationToken).ConfigureAwait(false);
        foreach (var candidate in fresh.Where(candidate => !given.ContainsKey(candidate.Source.Id)))
            given[candidate.Source.Id] = candidate.Coupling?.BcNo ?? string.Create(CultureInfo.InvariantCulture, $"{Prefix}{++last:00000}");
    }

    /// <inheritdoc/>
    public Translation Compute(Candidate candidate) =>
        given.TryGetValue(candidate.Source.Id, out var code) ? Translation.To(FieldValue.Text(code)) : Translation.LeaveAlone;

    private void Remember(Guid source, string code)
    {
        given[source] = code;
        last = Math.Max(last, Number(code));
    }

    private async Task ReadLastAsync(CancellationToken cancellationToken)
    {
        last = Math.Max(last, 0);
        var pages = endpoints.BusinessCentral.ReadAsync("salespeoplePurchasers", ["code"], Filter.All, cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
            last = page.Select(row => Number(row["code"].ToString())).Append(last).Max();
    }

    private static int Number(string code) =>
        code.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        && int.TryParse(code.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
