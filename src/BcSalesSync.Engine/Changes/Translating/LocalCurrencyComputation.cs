using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes.Translating;

/// <summary>The currency of amounts that Business Central keeps in its local currency (spec/mappings.md 3.4).</summary>
internal sealed class LocalCurrencyComputation(LocalCurrency currency) : IComputation
{
    private FieldValue local;

    /// <inheritdoc/>
    public string Name => "LocalCurrency";

    /// <inheritdoc/>
    public async Task LoadAsync(PassDefinition pass, IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken)
    {
        if (candidates.Any(candidate => !candidate.IsEcho))
            local = await currency.GetAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Translation Compute(Candidate candidate) => local.IsEmpty ? Translation.LeaveAlone : Translation.To(local);
}
