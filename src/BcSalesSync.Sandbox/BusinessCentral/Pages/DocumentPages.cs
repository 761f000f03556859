using BcSalesSync.Sandbox.BusinessCentral.Documents;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Pages;

// Sales documents of the companion: all types in one set, lines below their header and as a set of their own.
internal static class DocumentPages
{
    public static BcPage Headers(DocumentSources sources) => new PageBuilder("salesHeaders", "salesHeader", SalesHeaderTable.Table)
        .Id(editableOnCreate: true)
        .OnCreate(SalesHeaderTable.DocumentType)
        .ReadOnly(SalesHeaderTable.Number, SalesHeaderTable.Status)
        .Writable(SalesHeaderTable.CustomerId, SalesHeaderTable.Customer)
        .ReadOnly(SalesHeaderTable.CustomerName)
        .Writable(SalesHeaderTable.Contact)
        .Writable(SalesHeaderTable.SellTo.All)
        .Writable(SalesHeaderTable.Phone, SalesHeaderTable.Email, SalesHeaderTable.BillToCustomer, SalesHeaderTable.BillToName)
        .Writable(SalesHeaderTable.BillTo.All)
        .Writable(SalesHeaderTable.ShipToName, SalesHeaderTable.ShipToContact)
        .Writable(SalesHeaderTable.ShipTo.All)
        .Writable(
            SalesHeaderTable.ExternalNumber, SalesHeaderTable.YourReference, SalesHeaderTable.OrderDate, SalesHeaderTable.DocumentDate,
            SalesHeaderTable.PostingDate, SalesHeaderTable.DueDate, SalesHeaderTable.RequestedDeliveryDate, SalesHeaderTable.ShipmentDate)
        .Computed("lastShipmentDate", ColumnType.Date, sources.LastShipmentDate)
        .Writable(
            SalesHeaderTable.ValidUntilDate, SalesHeaderTable.QuoteNumber, SalesHeaderTable.Currency, SalesHeaderTable.CurrencyFactor,
            SalesHeaderTable.PricesIncludeTax, SalesHeaderTable.PaymentTermsId, SalesHeaderTable.PaymentTerms,
            SalesHeaderTable.ShipmentMethodId, SalesHeaderTable.ShipmentMethod, SalesHeaderTable.ShippingAgent,
            SalesHeaderTable.Salesperson, SalesHeaderTable.PaymentDiscountPercent)
        .Computed(
            "discountAmount", ColumnType.Decimal, row => sources.Sum(row, SalesLineTable.InvoiceDiscount),
            write: (writer, draft, value) => writer.Documents.Discount.Set(draft, (decimal)value))
        .Writable(SalesHeaderTable.WorkDescription, SalesHeaderTable.DataverseId)
        .Computed("fullyShipped", ColumnType.Boolean, row => SalesDocument.IsFullyShipped(sources.LinesOf(row)))
        .Computed("fullyInvoiced", ColumnType.Boolean, row => SalesDocument.IsFullyInvoiced(sources.LinesOf(row)))
        .Computed("totalAmountExcludingTax", ColumnType.Decimal, row => sources.Sum(row, SalesLineTable.Amount))
        .Computed("totalTaxAmount", ColumnType.Decimal, sources.Tax)
        .Computed("totalAmountIncludingTax", ColumnType.Decimal, row => sources.Sum(row, SalesLineTable.AmountIncludingTax))
        .ReadOnly(SalesHeaderTable.Occurrence)
        .SystemColumns()
        .ThroughVariables(
            "customerId", "quoteNumber", "currencyFactor", "paymentTermsId", "shipmentMethodId", "discountAmount", "workDescription",
            "fullyInvoiced", "totalTaxAmount")
        .Leads("salesLines", "salesLines", true, sources.LinesOf)
        .Leads("salesNotes", "salesNotes", true, row => sources.Parts(SalesNoteTable.Table, SalesNoteTable.DocumentId, row))
        .Action("release", (writer, row) => writer.Documents.Release(row))
        .Action("reopen", (writer, row) => writer.Documents.Reopen(row))
        .Action("archive", (writer, row) => writer.Documents.Archive(row))
        .Answering("ship", (writer, row) => writer.Documents.Ship(row))
        .Answering("shipAndInvoice", (writer, row) => writer.Documents.ShipAndInvoice(row))
        .Answering("makeOrder", (writer, row) => writer.Documents.MakeOrder(row))
        .Build(Rights.All);

    public static BcPage Lines() => new PageBuilder("salesLines", "salesLine", SalesLineTable.Table)
        .Id(editableOnCreate: true)
        .ReadOnly(SalesLineTable.DocumentId, SalesLineTable.DocumentType, SalesLineTable.Document)
        .OnCreate(SalesLineTable.Sequence)
        .Writable(
            SalesLineTable.Type, SalesLineTable.Number, SalesLineTable.Description, SalesLineTable.Description2, SalesLineTable.Unit,
            SalesLineTable.Quantity, SalesLineTable.UnitPrice, SalesLineTable.DiscountPercent, SalesLineTable.DiscountAmount)
        .ReadOnly(SalesLineTable.InvoiceDiscount)
        .Writable(SalesLineTable.AllowInvoiceDiscount)
        .ReadOnly(SalesLineTable.Amount, SalesLineTable.AmountIncludingTax, SalesLineTable.TaxPercent)
        .Writable(SalesLineTable.AttachedTo, SalesLineTable.RequestedDeliveryDate, SalesLineTable.ShipmentDate)
        .ReadOnly(SalesLineTable.Shipped, SalesLineTable.Invoiced)
        .Writable(SalesLineTable.ToShip, SalesLineTable.ToInvoice)
        .ReadOnly(SalesLineTable.Outstanding, SalesLineTable.NotInvoiced)
        .Writable(SalesLineTable.Location)
        .ReadOnly(SalesLineTable.Reserve, SalesLineTable.Reserved, SalesLineTable.Prepayment, SalesLineTable.PrepaymentInvoiced)
        .SystemColumns()
        .ThroughVariables("attachedToLineNumber")
        .Below(SalesLineTable.DocumentId)
        .Build(Rights.All);
}
