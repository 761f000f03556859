using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Engine.Changes;

/// <summary>
/// Finds coupled records that are gone by comparing ids, where no log of changes tells of their deletion. Many couplings are compared with
/// the ids of all records, whatever the filter, block by block; few are looked up at once. What seems to be missing is looked up by its id
/// before it is called gone.
/// </summary>
internal sealed class GoneRecords(EndpointPair endpoints, ICouplingReader couplings)
{
    private const int Block = 50_000;
    private const int Few = 100;
    private const int Chunk = 500;

    /// <summary>Ids of coupled records that do not exist on a side any more, in chunks.</summary>
    public async IAsyncEnumerable<IReadOnlyList<Guid>> FindAsync(
        TableMapping mapping, SystemSide side, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tableName = side is SystemSide.BusinessCentral ? mapping.BcTable : mapping.SalesTable;
        if (await endpoints.On(side).GetSchemaAsync(tableName, cancellationToken).ConfigureAwait(false) is not { } table)
            yield break;
        var block = new HashSet<Guid>();
        await foreach (var page in couplings.ReadIdsAsync(mapping.Name, side, cancellationToken).ConfigureAwait(false))
        {
            block.UnionWith(page);
            if (block.Count < Block)
                continue;
            await foreach (var gone in FindAsync(side, table, block, cancellationToken).ConfigureAwait(false))
                yield return gone;
            block.Clear();
        }

        await foreach (var gone in FindAsync(side, table, block, cancellationToken).ConfigureAwait(false))
            yield return gone;
    }

    private async IAsyncEnumerable<IReadOnlyList<Guid>> FindAsync(
        SystemSide side, TableSchema table, HashSet<Guid> coupled, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string[] columns = [.. new[] { table.NumberColumn, table.NameColumn }.OfType<string>().Distinct()];
        if (coupled.Count > Few)
            await RemoveExistingAsync(side, table, columns, coupled, cancellationToken).ConfigureAwait(false);
        foreach (var chunk in coupled.ToArray().Chunk(Chunk))
        {
            var found = await endpoints.On(side).ReadByIdAsync(table.Name, columns, chunk, cancellationToken).ConfigureAwait(false);
            if (chunk.Except(found.Select(record => record.Id)).ToArray() is { Length: > 0 } gone)
                yield return gone;
        }
    }

    private async Task RemoveExistingAsync(
        SystemSide side, TableSchema table, string[] columns, HashSet<Guid> coupled, CancellationToken cancellationToken)
    {
        var pages = endpoints.On(side).ReadAsync(table.Name, columns, Filter.All, cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            foreach (var record in page)
                coupled.Remove(record.Id);
            if (coupled.Count == 0)
                return;
        }
    }
}
