namespace BcSalesSync.Engine.Mappings.Checks;

/// <summary>What a mapping is checked against.</summary>
/// <param name="Offered">The tables as they are.</param>
/// <param name="All">All mappings, with the one that is checked as it would become.</param>
/// <param name="Known">Rows that were there before; what nobody changes is not examined again, whatever this connection offers.</param>
/// <param name="PlannedNames">Names of mappings that may come to be, besides those that are there.</param>
internal sealed record CheckGround(
    OfferedTables Offered, IReadOnlyList<TableMapping> All, IReadOnlyCollection<FieldMapping> Known, IReadOnlyCollection<string> PlannedNames)
{
    /// <summary>A mapping by name; null when there is none.</summary>
    public TableMapping? Find(string name) =>
        All.FirstOrDefault(mapping => mapping.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
