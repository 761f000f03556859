using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Mappings;

/// <summary>All table mappings of a connection at one moment, with the switches that shape them. Immutable.</summary>
public sealed class MappingSet
{
    private readonly Dictionary<string, TableMapping> byName;

    /// <summary>Creates the set.</summary>
    public MappingSet(IReadOnlyList<TableMapping> mappings, BcSyncSetup setup)
    {
        All = mappings;
        Setup = setup;
        byName = mappings.ToDictionary(mapping => mapping.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The mappings in the order of runs.</summary>
    public IReadOnlyList<TableMapping> All { get; }

    /// <summary>The switches.</summary>
    public BcSyncSetup Setup { get; }

    /// <summary>A mapping by name; null when there is none.</summary>
    public TableMapping? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The mappings that come before one, as far as they are set up.</summary>
    public IReadOnlyList<string> PredecessorsOf(TableMapping mapping) => [.. mapping.DependsOn.Where(name => Find(name) is not null)];

    /// <summary>Enabled mappings whose records belong to those of the given one, in the order of runs.</summary>
    public IEnumerable<TableMapping> ChildrenOf(TableMapping mapping) =>
        All.Where(child => child is { Enabled: true, IsPart: false } && string.Equals(child.Parent?.Mapping, mapping.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The mapping of the parts that travel with the records of the given one; null when there are none.</summary>
    public TableMapping? PartsOf(TableMapping mapping) => All.FirstOrDefault(
        child => child.IsPart && string.Equals(child.Parent?.Mapping, mapping.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The mapping that couples codes of a table with options of a choice column; null when there is none.</summary>
    public TableMapping? FindOptionMapping(string bcTable) => All.FirstOrDefault(mapping => mapping.IsOptionMapping && mapping.BcTable == bcTable);
}
