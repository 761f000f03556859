namespace BcSalesSync.Contracts;

/// <summary>What stands in Business Central for products that sellers write in by hand (spec/mappings.md 5.2).</summary>
public enum WriteInProductType
{
    /// <summary>An item.</summary>
    Item,

    /// <summary>A resource.</summary>
    Resource,
}
