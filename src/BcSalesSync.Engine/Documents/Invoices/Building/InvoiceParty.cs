using BcSalesSync.Engine.Documents.Building;
using BcSalesSync.Engine.Documents.Invoices.Lookups;
using BcSalesSync.Engine.Documents.Invoices.Reading;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents.Invoices.Building;

/// <summary>Whom an invoice bills in Sales, and what it takes over from its order (spec/documents.md 5.2.1). Pure.</summary>
/// <param name="Name">Name of the invoice.</param>
/// <param name="Customer">Account or contact.</param>
/// <param name="PriceList">The price list; null when there is none.</param>
internal sealed record InvoiceParty(string Name, Lookup Customer, PriceList? PriceList)
{
    /// <summary>The order; null without one.</summary>
    public Guid? Order { get; init; }

    /// <summary>Its opportunity.</summary>
    public Guid? Opportunity { get; init; }

    /// <summary>Its owner.</summary>
    public Lookup? Owner { get; init; }

    /// <summary>The party of an invoice, or why it cannot be told.</summary>
    public static (InvoiceParty? Party, PlanFailure? Failure) Resolve(BcInvoice invoice, InvoiceLookups lookups, InvoiceFailures failures) =>
        lookups.Orders.TryGetValue(invoice.Id, out var link)
            ? OfOrder(invoice, link, lookups, failures) : OfCustomer(invoice, lookups, failures);

    private static (InvoiceParty? Party, PlanFailure? Failure) OfOrder(
        BcInvoice invoice, OrderLink link, InvoiceLookups lookups, InvoiceFailures failures)
    {
        var order = new SalesDocument(DocumentShape.Order, link.Order, []);
        var (customer, reason) = CustomerResolution.Resolve(
            order, lookups.OrderCustomers, new DocumentFailures(Contracts.DocumentKind.Order, link.Number));
        if (customer is null)
            return (null, failures.OrderCustomer(link.Number, reason!));
        if (customer.BcId != invoice.Header["customerId"].AsId())
            return (null, failures.OtherCustomer(link.Number));
        var list = link.Order["pricelevelid"].AsId() is { } id ? new PriceList(id) : null;
        var name = link.Order["name"].AsText() ?? invoice.Number;
        return (new InvoiceParty(name, (Lookup)link.Order["customerid"].Raw!, list)
        {
            Order = link.Order.Id,
            Opportunity = link.Order["opportunityid"].AsId(),
            Owner = link.Order["ownerid"].Raw as Lookup?,
        }, null);
    }

    private static (InvoiceParty? Party, PlanFailure? Failure) OfCustomer(
        BcInvoice invoice, InvoiceLookups lookups, InvoiceFailures failures)
    {
        var id = invoice.Header["customerId"].AsId() ?? Guid.Empty;
        var list = lookups.PriceLists.GetValueOrDefault(lookups.CurrencyOf(invoice.Header));
        if (lookups.Customers.TryGetValue(id, out var coupling))
            return (new InvoiceParty(invoice.Number, new Lookup("account", coupling.SalesId), list), null);
        if (lookups.CustomerErrors.TryGetValue(id, out var error))
            return (null, failures.CustomerNotSent(invoice.CustomerNumber, error));
        return lookups.IsPreview && lookups.CustomersSentFirst.Contains(id)
            ? (new InvoiceParty(invoice.Number, new Lookup("account", Guid.Empty), list), null)
            : (null, failures.CustomerNotCoupled(invoice.CustomerNumber, id));
    }
}
