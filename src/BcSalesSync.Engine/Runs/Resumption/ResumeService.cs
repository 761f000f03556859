using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Couplings;
using BcSalesSync.Engine.Mappings;

namespace BcSalesSync.Engine.Runs.Resumption;

/// <summary>Takes skipped pairs and failed records without a partner up again: they are due with the next run (spec/engine.md 3.8).</summary>
public sealed class ResumeService(EngineParts parts, MappingSet mappings)
{
    /// <summary>What was taken up, as couplings; a record without a partner has an empty id on the other side.</summary>
    /// <exception cref="SyncException">A record was named that cannot be taken up, or that nothing is known of.</exception>
    public async IAsyncEnumerable<BcCoupling> ResumeAsync(CouplingQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wanted = query with { Records = Decisive(query.Records) };
        var chosen = mappings.All.Named(query.Mapping, parts.Clock.GetUtcNow());
        var resumed = 0;
        foreach (var mapping in chosen)
        {
            await foreach (var coupling in new PairResumption(parts, mapping)
                .ResumeAsync(CouplingSearch.Condition(wanted), cancellationToken).ConfigureAwait(false))
            {
                resumed++;
                yield return coupling.ToContract(mapping);
            }

            await foreach (var record in new UncoupledResumption(parts, mapping).ResumeAsync(wanted, cancellationToken)
                .ConfigureAwait(false))
            {
                resumed++;
                yield return UncoupledView.Of(record, mapping);
            }

            await foreach (var coupling in new OrderEndingResumption(parts, mapping).ResumeAsync(wanted, cancellationToken)
                .ConfigureAwait(false))
            {
                resumed++;
                yield return coupling.ToContract(mapping);
            }
        }

        if (resumed == 0 && NamesOne(wanted))
            await ExplainAsync(chosen, wanted, cancellationToken).ConfigureAwait(false);
    }

    // Numbers and names change; who gives an id, as rows of the log do, means that record.
    private static RecordSelector? Decisive(RecordSelector? records) => records is { BcId: null, SalesId: null } or null
        ? records
        : new RecordSelector { BcId = records.BcId, SalesId = records.SalesId };

    private static bool NamesOne(CouplingQuery query) => query.Records is { } records
        && (query.Literal || !new[] { records.BcNo, records.SalesName }.OfType<string>().Any(WildcardPattern.HasWildcards));

    // A record that goes on by itself is no error: the log may name it many times.
    private async Task ExplainAsync(IReadOnlyList<TableMapping> chosen, CouplingQuery query, CancellationToken cancellationToken)
    {
        var known = false;
        foreach (var mapping in chosen)
        {
            await foreach (var coupling in parts.State.Couplings
                .ReadAsync(mapping.Name, CouplingSearch.Condition(query), cancellationToken).ConfigureAwait(false))
            {
                if (coupling.Skipped)
                    throw ResumeErrors.Broken(coupling);
                known = true;
            }

            await foreach (var _ in new UncoupledResumption(parts, mapping).FindAsync(query, cancellationToken).ConfigureAwait(false))
                known = true;
        }

        if (!known)
            throw ResumeErrors.Unknown(query);
    }
}
