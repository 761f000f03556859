namespace BcSalesSync.Engine.Mappings.Checks;

/// <summary>What a mapping is checked against.</summary>
/// <param name="Offered">The tables as they are.</param>
/// <param name="All">All mappings, with the one that is checked as it would become.</param>
/// <param name="Before">
/// The mapping as it was, or as its default is. What stays as in one of them is not examined again, whatever this connection offers.
/// </param>
internal sealed record CheckGround(OfferedTables Offered, IReadOnlyList<TableMapping> All, IReadOnlyList<TableMapping> Before)
{
    /// <summary>Names that mappings of this connection may have, set up or not.</summary>
    public IEnumerable<string> Names => All.Select(mapping => mapping.Name)
        .Concat(DefaultMappings.All.Select(mapping => mapping.Name))
        .Concat(DefaultMappings.All.SelectMany(mapping => mapping.DependsOn))
        .Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>A mapping by name; null when there is none.</summary>
    public TableMapping? Find(string name) =>
        All.FirstOrDefault(mapping => mapping.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>True when the row was there before.</summary>
    public bool Knows(FieldMapping row) => Before.Any(mapping => mapping.Fields.Contains(row));
}
