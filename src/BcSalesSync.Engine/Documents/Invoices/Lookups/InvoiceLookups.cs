using BcSalesSync.Contracts;
using BcSalesSync.Engine.Changes.Translating;
using BcSalesSync.Engine.Documents.Lookups;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Invoices.Lookups;

/// <summary>Everything that a page of invoices refers to, read in a few requests for all of them. Immutable.</summary>
internal sealed record InvoiceLookups
{
    /// <summary>The switches.</summary>
    public required BcSyncSetup Setup { get; init; }

    /// <summary>Table of invoices in Sales.</summary>
    public required TableSchema Headers { get; init; }

    /// <summary>Table of their lines.</summary>
    public required TableSchema Lines { get; init; }

    /// <summary>True when nothing is written, not even what has to be there first.</summary>
    public bool IsPreview { get; init; }

    /// <summary>Row of the company in Sales; null when there is none.</summary>
    public Guid? Company { get; init; }

    /// <summary>Team that owns what the company creates; null when it is not known.</summary>
    public Guid? Team { get; init; }

    /// <summary>Orders by SystemId of the invoice.</summary>
    public IReadOnlyDictionary<Guid, OrderLink> Orders { get; init; } = new Dictionary<Guid, OrderLink>();

    /// <summary>What tells the customers of the orders.</summary>
    public required DocumentLookups OrderCustomers { get; init; }

    /// <summary>Couplings of customers by SystemId.</summary>
    public IReadOnlyDictionary<Guid, CouplingState> Customers { get; init; } = new Dictionary<Guid, CouplingState>();

    /// <summary>Customers that are sent to Sales before their invoice.</summary>
    public IReadOnlySet<Guid> CustomersSentFirst { get; init; } = new HashSet<Guid>();

    /// <summary>Why sending customers failed, by SystemId.</summary>
    public IReadOnlyDictionary<Guid, BcSyncError> CustomerErrors { get; init; } = new Dictionary<Guid, BcSyncError>();

    /// <summary>Items by number.</summary>
    public IReadOnlyDictionary<string, InvoiceProduct> Items { get; init; } = new Dictionary<string, InvoiceProduct>();

    /// <summary>Resources by number; null when this connection does not show them.</summary>
    public IReadOnlyDictionary<string, InvoiceProduct>? Resources { get; init; }

    /// <summary>What stands for written-in products.</summary>
    public required WriteInProduct WriteIn { get; init; }

    /// <summary>Rows of currencies by code, the local one under a blank code.</summary>
    public IReadOnlyDictionary<string, Guid> Currencies { get; init; } = new Dictionary<string, Guid>();

    /// <summary>Price lists of currencies by code, the local one under a blank code.</summary>
    public IReadOnlyDictionary<string, PriceList> PriceLists { get; init; } = new Dictionary<string, PriceList>();

    /// <summary>Payment terms and shipping agents with their options.</summary>
    public IReadOnlyDictionary<string, OptionTable> Options { get; init; } = new Dictionary<string, OptionTable>();

    /// <summary>Descriptions of shipment methods, by code and by SystemId.</summary>
    public IReadOnlyDictionary<string, string> ShipmentMethods { get; init; } = new Dictionary<string, string>();

    /// <summary>Codes of payment terms by SystemId.</summary>
    public IReadOnlyDictionary<Guid, string> TermsCodes { get; init; } = new Dictionary<Guid, string>();

    /// <summary>Users by code of the salesperson.</summary>
    public IReadOnlyDictionary<string, Guid> Salespeople { get; init; } = new Dictionary<string, Guid>();

    /// <summary>The code of the local currency.</summary>
    public string? LocalCurrency { get; init; }

    /// <summary>Code of the currency of an invoice, blank for the local one.</summary>
    public string CurrencyOf(Record invoice) => invoice["currencyCode"].AsText() is { } code
        && !string.Equals(code, LocalCurrency, StringComparison.OrdinalIgnoreCase) ? code.ToUpperInvariant() : string.Empty;
}
