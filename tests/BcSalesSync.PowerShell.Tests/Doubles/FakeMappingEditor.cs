using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Tests.Doubles;

/// <summary>An editor whose calls its session remembers.</summary>
internal sealed class FakeMappingEditor(FakeSession session) : IMappingEditor
{
    /// <summary>Name of an import that only checks.</summary>
    public const string Checked = "CheckAsync";

    public IReadOnlyList<Outcome<BcTableMapping>> Imported { get; set; } = [new() { Value = Samples.Mapping("REGION") }];

    public IReadOnlyList<string> Names { get; set; } = [];

    public Task<BcTableMapping> NewTableAsync(NewTableMapping mapping, CancellationToken cancellationToken) =>
        session.OneAsync(nameof(NewTableAsync), mapping, Samples.Mapping(mapping.Settings.Name), cancellationToken);

    public Task<BcTableMapping> ResetTableAsync(string name, CancellationToken cancellationToken) =>
        session.OneAsync(nameof(ResetTableAsync), name, Samples.Mapping(name), cancellationToken);

    public Task<BcTableMapping> RemoveTableAsync(
        string name, bool removeCouplings, ISyncObserver observer, CancellationToken cancellationToken) =>
        session.OneAsync(nameof(RemoveTableAsync), (name, removeCouplings), Samples.Mapping(name), cancellationToken);

    public Task<BcFieldMapping> NewFieldAsync(FieldMappingChange row, CancellationToken cancellationToken) =>
        session.OneAsync(nameof(NewFieldAsync), row, Row(row), cancellationToken);

    public Task<BcFieldMapping> SetFieldAsync(FieldMappingChange change, CancellationToken cancellationToken) =>
        session.OneAsync(nameof(SetFieldAsync), change, Row(change), cancellationToken);

    public Task<BcFieldMapping> RemoveFieldAsync(FieldMappingChange selection, CancellationToken cancellationToken) =>
        session.OneAsync(nameof(RemoveFieldAsync), selection, Row(selection), cancellationToken);

    public Task<IReadOnlyList<string>> ExportAsync(string path, IReadOnlyList<string> names, CancellationToken cancellationToken) =>
        session.OneAsync(nameof(ExportAsync), (path, string.Join(',', names)), names, cancellationToken);

    public IAsyncEnumerable<Outcome<BcTableMapping>> ImportAsync(string path, bool store, CancellationToken cancellationToken) =>
        session.ManyAsync(store ? nameof(ImportAsync) : Checked, path, Imported, cancellationToken);

    public Task<IReadOnlyList<string>> GetTablesAsync(SystemSide side, CancellationToken cancellationToken) =>
        session.OneAsync(nameof(GetTablesAsync), side, Names, cancellationToken);

    public Task<IReadOnlyList<string>> GetColumnsAsync(string mapping, SystemSide side, CancellationToken cancellationToken) =>
        session.OneAsync(nameof(GetColumnsAsync), (mapping, side), Names, cancellationToken);

    public Task<IReadOnlyList<string>> GetTransformationsAsync(CancellationToken cancellationToken) =>
        session.OneAsync(nameof(GetTransformationsAsync), null, Names, cancellationToken);

    private static BcFieldMapping Row(FieldMappingChange row) =>
        new() { Mapping = row.Mapping, BcField = row.BcField, SalesField = row.SalesField, Direction = SyncDirection.Both };
}
