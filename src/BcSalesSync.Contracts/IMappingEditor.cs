namespace BcSalesSync.Contracts;

/// <summary>
/// Makes mappings the admin's own. Everything is checked against both systems as they are before it is stored; what cannot work is refused
/// with a <see cref="SyncException"/> that names the field and the reason.
/// </summary>
public interface IMappingEditor
{
    /// <summary>How transformations are written.</summary>
    Task<IReadOnlyList<string>> GetTransformationsAsync(CancellationToken cancellationToken);

    /// <summary>Sets up a mapping of two tables of the admin's choice.</summary>
    Task<BcTableMapping> NewTableAsync(NewTableMapping mapping, CancellationToken cancellationToken);

    /// <summary>Gives a default mapping its default settings and rows back; couplings stay.</summary>
    Task<BcTableMapping> ResetTableAsync(string name, CancellationToken cancellationToken);

    /// <summary>Removes a mapping. Refused while it has couplings, unless those may be removed too; the records stay.</summary>
    Task<BcTableMapping> RemoveTableAsync(
        string name, bool removeCouplings, ISyncObserver observer, CancellationToken cancellationToken);

    /// <summary>Adds a row.</summary>
    Task<BcFieldMapping> NewFieldAsync(FieldMappingChange row, CancellationToken cancellationToken);

    /// <summary>Changes a row.</summary>
    Task<BcFieldMapping> SetFieldAsync(FieldMappingChange change, CancellationToken cancellationToken);

    /// <summary>Removes a row; only mapping and fields of the selection matter.</summary>
    Task<BcFieldMapping> RemoveFieldAsync(FieldMappingChange selection, CancellationToken cancellationToken);

    /// <summary>Writes mappings to a JSON file and returns their names; no names for all mappings.</summary>
    Task<IReadOnlyList<string>> ExportAsync(string path, IReadOnlyList<string> names, CancellationToken cancellationToken);

    /// <summary>Reads mappings from a JSON file. One that cannot work is an error that names file, mapping and field; others go on.</summary>
    /// <param name="path">The file.</param>
    /// <param name="store">False only checks.</param>
    /// <param name="cancellationToken">Stops.</param>
    IAsyncEnumerable<Outcome<BcTableMapping>> ImportAsync(string path, bool store, CancellationToken cancellationToken);

    /// <summary>Names of the tables a side offers.</summary>
    Task<IReadOnlyList<string>> GetTablesAsync(SystemSide side, CancellationToken cancellationToken);

    /// <summary>Names of the columns of a mapping's table; none when the side does not offer it.</summary>
    Task<IReadOnlyList<string>> GetColumnsAsync(string mapping, SystemSide side, CancellationToken cancellationToken);
}
