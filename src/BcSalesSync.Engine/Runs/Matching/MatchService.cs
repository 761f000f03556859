using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Couplings.Matching;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Mappings;

namespace BcSalesSync.Engine.Runs.Matching;

/// <summary>Proposes which records of both sides belong together. Writes nothing anywhere.</summary>
public sealed class MatchService(EngineParts parts, MappingSet mappings, ISyncObserver observer)
{
    /// <summary>
    /// Coupled records, then the others in the order of their numbers, then rows without partner if asked for. A number that names
    /// nothing is an error of its own.
    /// </summary>
    /// <exception cref="SyncException">There is no such mapping, or it has no usable criteria.</exception>
    public async IAsyncEnumerable<Outcome<BcCouplingMatch>> FindAsync(
        MatchRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var mapping = mappings.All.Find(request.Mapping, parts.Clock.GetUtcNow());
        var selection = new NumberSelection(request.BcNos);
        var coupled = new Queue<BcCouplingMatch>();
        var free = new List<(MatchRow Row, bool Fits)>();
        var search = await MatchSearch.PrepareAsync(parts, mappings, mapping, request, cancellationToken).ConfigureAwait(false);
        var view = search.View;
        search.OnCoupled = coupling => coupled.Enqueue(view.Of(coupling));
        if (request.IncludeUnmatchedSales)
            search.OnFreeRow = (row, fits) => free.Add((row, fits));
        var read = 0;
        await foreach (var count in search.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            read += count;
            while (coupled.TryDequeue(out var match))
            {
                if (selection.Takes(match.BcNo))
                    yield return new Outcome<BcCouplingMatch> { Value = match };
            }
        }

        observer.Verbose($"{mapping.Name}: {read} records of both sides were compared.");
        var results = await search.DecideAsync(cancellationToken).ConfigureAwait(false);
        foreach (var result in results.Where(result => selection.Takes(result.Record.No)))
            yield return new Outcome<BcCouplingMatch> { Value = view.Of(result) };
        foreach (var number in selection.Missing)
            yield return new Outcome<BcCouplingMatch> { Error = MatchErrors.NumberNotFound(parts.Clock.GetUtcNow(), mapping.Name, number) };
        var given = results.Where(result => result.Outcome is MatchOutcome.Matched).Select(result => result.Row!.Id).ToHashSet();
        foreach (var (row, fits) in free.Where(pair => !given.Contains(pair.Row.Id)).DistinctBy(pair => pair.Row.Id))
            yield return new Outcome<BcCouplingMatch> { Value = view.Of(row, fits) };
    }
}
