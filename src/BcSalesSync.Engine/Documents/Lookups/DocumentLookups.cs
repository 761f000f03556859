using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Lookups;

/// <summary>Everything that a page of documents refers to, read in a few requests for all of them. Immutable.</summary>
internal sealed record DocumentLookups
{
    /// <summary>Accounts by id.</summary>
    public IReadOnlyDictionary<Guid, Record> Accounts { get; init; } = new Dictionary<Guid, Record>();

    /// <summary>Contacts by id.</summary>
    public IReadOnlyDictionary<Guid, Record> Contacts { get; init; } = new Dictionary<Guid, Record>();

    /// <summary>Couplings of customers by account id.</summary>
    public IReadOnlyDictionary<Guid, CouplingState> Customers { get; init; } = new Dictionary<Guid, CouplingState>();

    /// <summary>Products by id.</summary>
    public IReadOnlyDictionary<Guid, Record> Products { get; init; } = new Dictionary<Guid, Record>();

    /// <summary>Coupled items by product id.</summary>
    public IReadOnlyDictionary<Guid, ProductPartner> Items { get; init; } = new Dictionary<Guid, ProductPartner>();

    /// <summary>Groups by which customers are taxed, by the customer's id in Business Central; read where an item's price includes tax.</summary>
    public IReadOnlyDictionary<Guid, string> TaxGroups { get; init; } = new Dictionary<Guid, string>();

    /// <summary>Coupled resources by product id.</summary>
    public IReadOnlyDictionary<Guid, ProductPartner> Resources { get; init; } = new Dictionary<Guid, ProductPartner>();

    /// <summary>True when each item and resource has units of its own in Sales, so that lines carry theirs.</summary>
    public bool HasUnits { get; init; }

    /// <summary>Coupled units of items by unit id.</summary>
    public IReadOnlyDictionary<Guid, UnitPartner> ItemUnits { get; init; } = new Dictionary<Guid, UnitPartner>();

    /// <summary>Coupled units of resources by unit id.</summary>
    public IReadOnlyDictionary<Guid, UnitPartner> ResourceUnits { get; init; } = new Dictionary<Guid, UnitPartner>();

    /// <summary>Names of units by id.</summary>
    public IReadOnlyDictionary<Guid, string> UnitNames { get; init; } = new Dictionary<Guid, string>();

    /// <summary>Currencies.</summary>
    public required CurrencyLookup Currencies { get; init; }

    /// <summary>Payment terms, shipment methods and shipping agents.</summary>
    public required OptionLookup Options { get; init; }

    /// <summary>What stands for written-in products.</summary>
    public required WriteInProduct WriteIn { get; init; }

    /// <summary>Number of the G/L account for freight; null when none is set up.</summary>
    public string? FreightAccount { get; init; }

    /// <summary>Coupled quotes in Business Central that are there, by the id of the quote in Sales.</summary>
    public IReadOnlyDictionary<Guid, Record> Quotes { get; init; } = new Dictionary<Guid, Record>();
}
