using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Invoices.Lookups;
using BcSalesSync.Engine.Documents.Invoices.Reading;
using BcSalesSync.Engine.Documents.Payments;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents.Invoices.Building;

/// <summary>Builds what is to be created in Sales from a posted invoice, or says why it cannot be. Pure.</summary>
internal sealed class InvoiceBuilder(InvoiceForm form, InvoiceLookups lookups)
{
    private const string LeftOut = "Left out, because the companion app is missing: Shipping Agent, Delivery Date, Work Description.";

    /// <summary>The draft, or the first reason why there is none.</summary>
    public (InvoiceDraft? Draft, PlanFailure? Failure) Build(BcInvoice invoice)
    {
        var failures = new InvoiceFailures(invoice.Number);
        var code = lookups.CurrencyOf(invoice.Header);
        if (!lookups.Currencies.TryGetValue(code, out var currency))
            return (null, code.Length > 0 ? failures.CurrencyNotCoupled(code) : failures.LocalCurrencyUnknown());
        var (party, noParty) = InvoiceParty.Resolve(invoice, lookups, failures);
        if (party is null)
            return (null, noParty);
        var (header, noHeader) = InvoiceHeader.Build(invoice, party, currency, lookups, failures);
        if (noHeader is not null)
            return (null, noHeader);
        var (lines, noLines) = new InvoiceLinesBuilder(lookups, failures).Build(invoice, header!.Values);
        if (noLines is not null)
            return (null, noLines);
        return (new InvoiceDraft(
            header.Values, lines, Totals(invoice), PaymentState.Of(invoice.Header), party.PriceList, form.IsCompanion ? [] : [LeftOut]), null);
    }

    private IReadOnlyList<KeyValuePair<string, FieldValue>> Totals(BcInvoice invoice)
    {
        var lineDiscount = invoice.Lines.Sum(line => line["discountAmount"].AsNumber() ?? 0);
        var discount = invoice.Amount("discountAmount");
        var total = invoice.Amount("totalAmountIncludingTax");
        var tax = total - invoice.Amount("totalAmountExcludingTax");
        var row = new RowDraft(lookups.Headers).Set("totallineitemdiscountamount", lineDiscount).Set("totalamount", total).Set("totaltax", tax)
            .Set("totalamountlessfreight", total - tax);
        return (lookups.Setup.SalesOrderIntegration is SalesOrderIntegration.None
            ? row.Set("totaldiscountamount", discount + lineDiscount).Set("freightamount", 0m).Set("discountpercentage", 0m)
            : row.Set("totaldiscountamount", discount)).Values;
    }
}
