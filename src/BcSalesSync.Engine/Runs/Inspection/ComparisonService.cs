using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Changes.Translating;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Runs.Inspection;

/// <summary>
/// Compares coupled records as they are now. Knows the couplings, but nothing of what was synchronised before: it is how an admin checks
/// the product's own work.
/// </summary>
public sealed class ComparisonService(EngineParts parts, MappingSet mappings, ISyncObserver observer)
{
    private const int Chunk = 500;

    /// <summary>One comparison for each coupling that fits the query, read in chunks.</summary>
    public async IAsyncEnumerable<BcComparison> CompareAsync(
        ComparisonQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var condition = Condition(query);
        foreach (var mapping in mappings.All.Named(query.Mapping, parts.Clock.GetUtcNow()))
        {
            if (await PassesAsync(mapping, cancellationToken).ConfigureAwait(false) is not { Count: > 0 } passes)
                continue;
            var waiting = new List<CouplingState>(Chunk);
            await foreach (var coupling in parts.State.Couplings.ReadAsync(mapping.Name, condition, cancellationToken).ConfigureAwait(false))
            {
                waiting.Add(coupling);
                if (waiting.Count < Chunk)
                    continue;
                foreach (var comparison in await CompareAsync(mapping, passes, waiting, cancellationToken).ConfigureAwait(false))
                    if (!query.DifferentOnly || comparison.Symbol != ComparisonSymbol.Equal)
                        yield return comparison;
                waiting.Clear();
            }

            foreach (var comparison in await CompareAsync(mapping, passes, waiting, cancellationToken).ConfigureAwait(false))
                if (!query.DifferentOnly || comparison.Symbol != ComparisonSymbol.Equal)
                    yield return comparison;
        }
    }

    private static CouplingCondition Condition(ComparisonQuery query) => new()
    {
        BcId = query.Records?.BcId,
        BcNo = query.Records?.BcNo,
        SalesId = query.Records?.SalesId,
        SalesName = query.Records?.SalesName,
    };

    // A mapping the connection cannot serve is passed over when all are compared; named on its own it would say so when it runs.
    private async Task<IReadOnlyList<PassDefinition>> PassesAsync(TableMapping mapping, CancellationToken cancellationToken)
    {
        var run = new RunContext(parts, mappings, Guid.Empty, SyncJobType.Synchronization, new PlanPolicy(), observer);
        var passes = new List<PassDefinition>();
        foreach (var direction in mapping.Direction.Passes())
        {
            try
            {
                passes.Add(await run.PassAsync(mapping, direction, cancellationToken).ConfigureAwait(false));
            }
            catch (SyncException problem)
            {
                observer.Verbose(problem.Message);
            }
        }

        return passes;
    }

    private async Task<IReadOnlyList<BcComparison>> CompareAsync(
        TableMapping mapping, IReadOnlyList<PassDefinition> passes, IReadOnlyList<CouplingState> couplings, CancellationToken cancellationToken)
    {
        if (couplings.Count == 0)
            return [];
        var bc = await ReadAsync(SystemSide.BusinessCentral, passes, couplings, cancellationToken).ConfigureAwait(false);
        var sales = await ReadAsync(SystemSide.Sales, passes, couplings, cancellationToken).ConfigureAwait(false);
        var differences = couplings.ToDictionary(coupling => coupling.BcId, _ => new List<BcDifference>());
        var compared = new HashSet<(string? Bc, string? Sales)>();
        foreach (var pass in passes)
        {
            var fields = pass.Fields
                .Where(field => field.Destination.CanUpdate && !field.Row.OnCreateOnly && compared.Add((field.Row.BcField, field.Row.SalesField)))
                .ToArray();
            var candidates = couplings.Where(coupling => bc.ContainsKey(coupling.BcId) && sales.ContainsKey(coupling.SalesId))
                .Select(coupling => pass.Source is SystemSide.BusinessCentral
                    ? new Candidate { Source = bc[coupling.BcId], Coupling = coupling, Counterpart = sales[coupling.SalesId] }
                    : new Candidate { Source = sales[coupling.SalesId], Coupling = coupling, Counterpart = bc[coupling.BcId] }).ToArray();
            var translator = await new TranslatorLoader(
                parts.Endpoints, mappings, parts.State.Couplings, parts.State.Pending, parts.Clock, mayCreate: false)
                .LoadAsync(pass, candidates, cancellationToken).ConfigureAwait(false);
            foreach (var candidate in candidates)
                differences[candidate.Coupling!.BcId].AddRange(FieldComparison.Of(pass, fields, candidate, translator));
        }

        return [.. couplings.Select(coupling => new BcComparison
        {
            Symbol = ComparisonSymbol.Of(bc.ContainsKey(coupling.BcId), sales.ContainsKey(coupling.SalesId), differences[coupling.BcId]),
            Mapping = mapping.Name,
            BcId = coupling.BcId,
            BcNo = coupling.BcNo,
            SalesId = coupling.SalesId,
            SalesName = coupling.SalesName,
            Differences = differences[coupling.BcId],
        })];
    }

    private async Task<Dictionary<Guid, Record>> ReadAsync(
        SystemSide side, IReadOnlyList<PassDefinition> passes, IReadOnlyList<CouplingState> couplings, CancellationToken cancellationToken)
    {
        var table = passes[0].Source == side ? passes[0].SourceTable : passes[0].DestinationTable;
        string[] columns = [.. passes.SelectMany(pass => pass.Source == side ? pass.SourceColumns : pass.DestinationColumns).Distinct()];
        var records = await parts.Endpoints.On(side)
            .ReadByIdAsync(table.Name, columns, [.. couplings.Select(coupling => coupling.IdOn(side))], cancellationToken).ConfigureAwait(false);
        return records.ToDictionary(record => record.Id);
    }
}
