using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Access;
using BcSalesSync.Engine.Ports.Endpoints.Units;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;
using Record = BcSalesSync.Engine.Records.Record;

namespace BcSalesSync.Engine.Tests.FullSync;

/// <summary>A system that offers no table.</summary>
internal sealed class EmptyEndpoint(SystemSide side) : IEndpoint
{
    public SystemSide Side => side;

    public DateTimeOffset? ServerTime => null;

    public Task<EndpointFacts> GetFactsAsync(CancellationToken cancellationToken) => Task.FromResult(new EndpointFacts { Tier = 2 });

    public Task<IReadOnlyList<string>> GetTableNamesAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    public Task<TableSchema?> GetSchemaAsync(string table, CancellationToken cancellationToken) => Task.FromResult<TableSchema?>(null);

    public Task<IReadOnlyList<TableAccess>> GetAccessAsync(IReadOnlyList<string> tables, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<TableAccess>>([]);

    public IAsyncEnumerable<IReadOnlyList<Record>> ReadAsync(
        string table, IReadOnlyList<string> columns, Filter filter, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<Record>> ReadByIdAsync(
        string table, IReadOnlyList<string> columns, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<Record>> ReadByValueAsync(
        string table, IReadOnlyList<string> columns, string column, IReadOnlyCollection<FieldValue> values, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public IAsyncEnumerable<ChangePage> ReadChangesAsync(ChangeRequest request, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<int> CountAsync(string table, Filter filter, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<WriteOutcome>> WriteAsync(string table, IReadOnlyList<RecordWrite> writes, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<UnitOutcome>> WriteUnitsAsync(IReadOnlyList<WriteUnit> units, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
