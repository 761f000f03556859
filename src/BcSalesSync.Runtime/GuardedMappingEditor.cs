using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime;

/// <summary>Sees to it that a system that does not answer reaches shells as a <see cref="SyncException"/> with a next step.</summary>
internal sealed class GuardedMappingEditor(IMappingEditor inner) : IMappingEditor
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> GetTransformationsAsync(CancellationToken cancellationToken) =>
        inner.GetTransformationsAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<BcTableMapping> NewTableAsync(NewTableMapping mapping, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.NewTableAsync(mapping, cancellationToken));

    /// <inheritdoc/>
    public Task<BcTableMapping> ResetTableAsync(string name, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.ResetTableAsync(name, cancellationToken));

    /// <inheritdoc/>
    public Task<BcTableMapping> RemoveTableAsync(
        string name, bool removeCouplings, ISyncObserver observer, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.RemoveTableAsync(name, removeCouplings, observer, cancellationToken));

    /// <inheritdoc/>
    public Task<BcFieldMapping> NewFieldAsync(FieldMappingChange row, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.NewFieldAsync(row, cancellationToken));

    /// <inheritdoc/>
    public Task<BcFieldMapping> SetFieldAsync(FieldMappingChange change, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.SetFieldAsync(change, cancellationToken));

    /// <inheritdoc/>
    public Task<BcFieldMapping> RemoveFieldAsync(FieldMappingChange selection, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.RemoveFieldAsync(selection, cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ExportAsync(string path, IReadOnlyList<string> names, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.ExportAsync(path, names, cancellationToken));

    /// <inheritdoc/>
    public IAsyncEnumerable<Outcome<BcTableMapping>> ImportAsync(string path, bool store, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.ImportAsync(path, store, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> GetTablesAsync(SystemSide side, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.GetTablesAsync(side, cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> GetColumnsAsync(string mapping, SystemSide side, CancellationToken cancellationToken) =>
        EndpointGuard.Run(inner.GetColumnsAsync(mapping, side, cancellationToken));
}
