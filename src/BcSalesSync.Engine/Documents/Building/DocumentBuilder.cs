using BcSalesSync.Engine.Documents.Lookups;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents.Building;

/// <summary>Builds what is to be created in Business Central from a document of Sales, or says why it cannot be. Pure.</summary>
internal sealed class DocumentBuilder(BcDocumentForm form, DocumentLookups lookups)
{
    /// <summary>The draft, or the first reason why there is none.</summary>
    public (DocumentDraft? Draft, PlanFailure? Failure) Build(SalesDocument document)
    {
        var failures = new DocumentFailures(document.Kind, document.Number);
        var (customer, noCustomer) = CustomerResolution.Resolve(document, lookups, failures);
        if (customer is null)
            return (null, noCustomer);
        var (currency, noCurrency) = CurrencyResolution.Resolve(document, lookups.Currencies, failures);
        if (noCurrency is not null)
            return (null, noCurrency);
        var builder = new LinesBuilder(form, lookups, failures, customer.BcId);
        var (lines, noLines) = builder.Build(document);
        if (noLines is not null)
            return (null, noLines);
        var header = HeaderBuilder.Build(document, customer, currency, lookups, form);
        foreach (var item in builder.TaxUntold)
            header.LeaveOut($"Tax in the price of {item}");
        var draft = new DocumentDraft(customer, header.Values, lines, builder.WithoutTax(Discount(document)), header.Remarks)
        {
            LeftOut = header.LeftOut,
        };
        return (form.IsCompanion ? draft with { Quote = QuoteOf(document)?.Id } : draft, null);
    }

    private Record? QuoteOf(SalesDocument document) =>
        document.Header["quoteid"].AsId() is { } quote ? lookups.Quotes.GetValueOrDefault(quote) : null;

    // Amount and percentage together, as Sales worked them out (spec/documents.md 1.11).
    private static decimal Discount(SalesDocument document) =>
        document.Amount("discountamount") == 0 && document.Amount("discountpercentage") == 0
            ? 0 : document.Amount("totallineitemamount") - document.Amount("totalamountlessfreight");
}
