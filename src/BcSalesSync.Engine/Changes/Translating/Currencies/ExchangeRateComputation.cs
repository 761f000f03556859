using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes.Translating.Currencies;

/// <summary>The exchange rate of a currency (spec/mappings.md 3.2).</summary>
internal sealed class ExchangeRateComputation(ExchangeRates rates, TimeProvider clock) : IDriftingComputation
{
    private readonly Dictionary<string, Translation> known = new(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public string Name => "ExchangeRate";

    /// <inheritdoc/>
    public async Task LoadAsync(PassDefinition pass, IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken)
    {
        foreach (var candidate in candidates)
            await RateAsync(Code(candidate), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Translation Compute(Candidate candidate) => known[Code(candidate)];

    /// <inheritdoc/>
    public async Task<FieldValue> ValueNowAsync(CouplingState coupling, CancellationToken cancellationToken) =>
        coupling.BcNo is { } code ? (await RateAsync(code, cancellationToken).ConfigureAwait(false)).Value : FieldValue.Empty;

    private async Task<Translation> RateAsync(string code, CancellationToken cancellationToken)
    {
        if (!known.TryGetValue(code, out var rate))
        {
            var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            known[code] = rate = await rates.OfAsync(code, today, cancellationToken).ConfigureAwait(false);
        }

        return rate;
    }

    private static string Code(Candidate candidate) => candidate.Source["code"].ToString();
}
