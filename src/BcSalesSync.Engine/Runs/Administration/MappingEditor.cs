using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Mappings.Transformations;

namespace BcSalesSync.Engine.Runs.Administration;

/// <summary>The door to everything that makes mappings the admin's own.</summary>
public sealed class MappingEditor : IMappingEditor
{
    private readonly EngineParts parts;
    private readonly MappingService mappings;
    private readonly TableEditing tables;
    private readonly TableRemoval removal;
    private readonly FieldEditing fields;
    private readonly MappingFiles files;
    private readonly MappingImport import;

    /// <summary>Creates the editor of a connection.</summary>
    public MappingEditor(EngineParts parts, MappingService mappings)
    {
        this.parts = parts;
        this.mappings = mappings;
        var storage = new MappingStorage(parts);
        tables = new TableEditing(parts, mappings, storage);
        removal = new TableRemoval(parts, mappings);
        fields = new FieldEditing(parts, mappings, storage);
        files = new MappingFiles(parts, mappings);
        import = new MappingImport(parts, mappings, storage, files);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> GetTransformationsAsync(CancellationToken cancellationToken) =>
        Task.FromResult(TransformationSyntax.Forms);

    /// <inheritdoc/>
    public async Task<BcTableMapping> NewTableAsync(NewTableMapping mapping, CancellationToken cancellationToken)
    {
        var (created, set) = await tables.NewAsync(mapping, cancellationToken).ConfigureAwait(false);
        return created.ToContract(set);
    }

    /// <inheritdoc/>
    public async Task<BcTableMapping> ResetTableAsync(string name, CancellationToken cancellationToken)
    {
        var (reset, set) = await tables.ResetAsync(name, cancellationToken).ConfigureAwait(false);
        return reset.ToContract(set);
    }

    /// <inheritdoc/>
    public async Task<BcTableMapping> RemoveTableAsync(
        string name, bool removeCouplings, ISyncObserver observer, CancellationToken cancellationToken)
    {
        var (removed, set) = await removal.RemoveAsync(name, removeCouplings, cancellationToken).ConfigureAwait(false);
        return removed.ToContract(set);
    }

    /// <inheritdoc/>
    public Task<BcFieldMapping> NewFieldAsync(FieldMappingChange row, CancellationToken cancellationToken) =>
        fields.NewAsync(row, cancellationToken);

    /// <inheritdoc/>
    public Task<BcFieldMapping> SetFieldAsync(FieldMappingChange change, CancellationToken cancellationToken) =>
        fields.SetAsync(change, cancellationToken);

    /// <inheritdoc/>
    public Task<BcFieldMapping> RemoveFieldAsync(FieldMappingChange selection, CancellationToken cancellationToken) =>
        fields.RemoveAsync(selection, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ExportAsync(string path, IReadOnlyList<string> names, CancellationToken cancellationToken) =>
        files.ExportAsync(path, names, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<Outcome<BcTableMapping>> ImportAsync(string path, bool store, CancellationToken cancellationToken) =>
        import.ImportAsync(path, store, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> GetTablesAsync(SystemSide side, CancellationToken cancellationToken) =>
        parts.Endpoints.On(side).GetTableNamesAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> GetColumnsAsync(string mapping, SystemSide side, CancellationToken cancellationToken)
    {
        var set = await mappings.GetSetAsync(cancellationToken).ConfigureAwait(false);
        var offered = await mappings.OfferedAsync(set.All.Find(mapping, parts.Clock.GetUtcNow()), cancellationToken).ConfigureAwait(false);
        var table = side is SystemSide.Sales ? offered.Sales : offered.Bc;
        return table is null ? [] : [.. table.Columns.Keys.Order(StringComparer.Ordinal)];
    }
}
