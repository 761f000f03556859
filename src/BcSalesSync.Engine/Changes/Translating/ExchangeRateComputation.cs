using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes.Translating;

/// <summary>The exchange rate of a currency (spec/mappings.md 3.2).</summary>
internal sealed class ExchangeRateComputation(ExchangeRates rates, TimeProvider clock) : IComputation
{
    private readonly Dictionary<string, decimal?> known = new(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public string Name => "ExchangeRate";

    /// <inheritdoc/>
    public async Task LoadAsync(PassDefinition pass, IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        foreach (var code in candidates.Select(Code).Where(code => !known.ContainsKey(code)))
            known[code] = await rates.OfAsync(code, today, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Translation Compute(Candidate candidate) => known[Code(candidate)] is { } rate and > 0
        ? Translation.To(FieldValue.Number(rate))
        : Translation.Failed(ExchangeRates.Missing(Code(candidate)));

    private static string Code(Candidate candidate) => candidate.Source["code"].ToString();
}
