using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Engine.Changes;

/// <summary>Reads the records of a child mapping that belong to given parents, page by page.</summary>
internal sealed class ChildStream(EndpointPair endpoints)
{
    private const int ParentsAtOnce = 50;
    private const int RecordsAtOnce = 1_000;

    /// <summary>The children of the parents inside the mapping's filter, as a pass reads them.</summary>
    public IAsyncEnumerable<IReadOnlyList<Record>> ReadAsync(
        PassDefinition pass, IReadOnlyCollection<Guid> parentIds, CancellationToken cancellationToken) =>
        ReadAsync(pass.Mapping, pass.SourceColumns, pass.SourceFilter, parentIds, cancellationToken);

    /// <summary>Some columns of the children of the parents inside the mapping's filter.</summary>
    public IAsyncEnumerable<IReadOnlyList<Record>> ReadAsync(
        TableMapping children, IReadOnlyList<string> columns, IReadOnlyCollection<Guid> parentIds, CancellationToken cancellationToken) =>
        ReadAsync(children, columns, children.FilterOn(SystemSide.BusinessCentral, null), parentIds, cancellationToken);

    private async IAsyncEnumerable<IReadOnlyList<Record>> ReadAsync(
        TableMapping children, IReadOnlyList<string> columns, Filter filter, IReadOnlyCollection<Guid> parentIds,
            [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var column = children.Parent!.BcField;
        foreach (var chunk in parentIds.Distinct().Chunk(ParentsAtOnce))
        {
            var ofParents = new AnyOf([.. chunk.Select(id => new Condition(column, FilterOperator.Equal, FieldValue.Id(id)))]);
            var pages = endpoints.BusinessCentral.ReadAsync(
                children.BcTable, columns, new AllOf([ofParents, filter]), cancellationToken);
            await foreach (var page in pages.ConfigureAwait(false))
            {
                foreach (var part in page.Chunk(RecordsAtOnce))
                    yield return part;
            }
        }
    }
}
