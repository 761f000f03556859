using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;

namespace BcSalesSync.Engine.Changes.Translating.Currencies;

/// <summary>The currency of amounts that Business Central keeps in its local currency (spec/mappings.md 3.4).</summary>
internal sealed class LocalCurrencyComputation(LocalCurrency currency) : IComputation
{
    /// <summary>Name by which rows of mappings ask for it.</summary>
    public const string RowName = "LocalCurrency";

    private Translation local = Translation.LeaveAlone;

    /// <inheritdoc/>
    public string Name => RowName;

    /// <inheritdoc/>
    public async Task LoadAsync(PassDefinition pass, IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken)
    {
        if (candidates.Any(candidate => !candidate.IsEcho))
            local = await currency.GetAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Translation Compute(Candidate candidate) =>
        local is { Failure: null, Value.IsEmpty: true } ? Translation.LeaveAlone : local;
}
