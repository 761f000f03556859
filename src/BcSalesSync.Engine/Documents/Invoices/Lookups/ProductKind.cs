using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Invoices.Lookups;

/// <summary>A kind of thing that lines bill and that is a product in Sales.</summary>
/// <param name="Name">Type of the lines.</param>
/// <param name="Table">Table of the records.</param>
/// <param name="Mapping">Mapping that couples them.</param>
/// <param name="Family">Family of the couplings.</param>
internal sealed record ProductKind(string Name, string Table, string Mapping, string Family)
{
    /// <summary>Items.</summary>
    public static ProductKind Item { get; } = new("Item", "items", MasterFamily.ItemMapping, MasterFamily.Items)
    {
        UnitTable = "itemUnitsOfMeasure",
        UnitOwner = "itemNumber",
        UnitFamily = MasterFamily.ItemUnits,
        UnitMapping = MasterFamily.ItemUnitMapping,
    };

    /// <summary>Resources.</summary>
    public static ProductKind Resource { get; } = new("Resource", "resources", MasterFamily.ResourceMapping, MasterFamily.Resources)
    {
        UnitTable = "resourceUnitsOfMeasure",
        UnitOwner = "resourceNumber",
        UnitFamily = MasterFamily.ResourceUnits,
        UnitMapping = MasterFamily.ResourceUnitMapping,
    };

    /// <summary>Table of their units.</summary>
    public required string UnitTable { get; init; }

    /// <summary>Column of a unit with the number of its owner.</summary>
    public required string UnitOwner { get; init; }

    /// <summary>Family of the couplings of units.</summary>
    public required string UnitFamily { get; init; }

    /// <summary>Mapping that couples units.</summary>
    public required string UnitMapping { get; init; }

    /// <summary>True for a line of this type.</summary>
    public bool IsOn(Record line) => line["lineType"].ToString() == Name;
}
