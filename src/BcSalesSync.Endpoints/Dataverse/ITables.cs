using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Endpoints.Dataverse;

/// <summary>Tables of one kind, with the members of <see cref="IEndpoint"/> that are about a table.</summary>
internal interface ITables
{
    Task<TableSchema?> FindSchemaAsync(string table, CancellationToken cancellationToken);

    IAsyncEnumerable<IReadOnlyList<Record>> ReadAsync(
        string table, IReadOnlyList<string> columns, Filter filter, CancellationToken cancellationToken);

    Task<IReadOnlyList<Record>> ReadByIdAsync(
        string table, IReadOnlyList<string> columns, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    Task<IReadOnlyList<Record>> ReadByValueAsync(
        string table, IReadOnlyList<string> columns, string column, IReadOnlyCollection<FieldValue> values,
            CancellationToken cancellationToken);

    IAsyncEnumerable<ChangePage> ReadChangesAsync(ChangeRequest request, CancellationToken cancellationToken);

    Task<int> CountAsync(string table, Filter filter, CancellationToken cancellationToken);

    Task<IReadOnlyList<WriteOutcome>> WriteAsync(string table, IReadOnlyList<RecordWrite> writes, CancellationToken cancellationToken);
}
