using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Lookups;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Building;

/// <summary>
/// Builds the header of a document in the order in which Business Central has to take it: the customer first, which brings its defaults, and
/// then what overrules them (spec/documents.md 1.4, 4.5). Pure.
/// </summary>
internal static class HeaderBuilder
{
    /// <summary>The header.</summary>
    /// <param name="document">The document in Sales.</param>
    /// <param name="customer">Coupling of its customer.</param>
    /// <param name="currency">Code of its currency, empty for the local one.</param>
    /// <param name="lookups">What it refers to.</param>
    /// <param name="form">The tables that take it.</param>
    public static HeaderDraft Build(
        SalesDocument document, CouplingState customer, FieldValue currency, DocumentLookups lookups, BcDocumentForm form)
    {
        var header = document.Header;
        var draft = new HeaderDraft(form);
        draft.SetWhereTaken("documentType", FieldValue.Text(document.Kind.ToString()));
        draft.Set("customerId", FieldValue.Id(customer.BcId), "Customer");
        draft.Set("yourReference", FieldValue.Text(document.Number), "Your Reference");
        draft.Set("currencyCode", currency, "Currency Code");

        // Prices of Sales are without tax, whatever the customer's own rule.
        draft.SetWhereTaken("pricesIncludeTax", FieldValue.Boolean(false));
        draft.SetFilled("requestedDeliveryDate", header["requestdeliveryby"], "Requested Delivery Date");
        foreach (var address in AddressBlock.All)
            address.Set(draft, document);
        SetOptions(draft, document, lookups.Options);
        draft.SetFilled("externalDocumentNumber", Trimmed(header["name"]), "External Document No.");
        draft.SetFilled("workDescription", header["description"], "Work Description");
        if (document.Kind is DocumentKind.Quote)
            draft.SetFilled("validUntilDate", header["effectiveto"], "Quote Valid Until");
        else if (header["quoteid"].AsId() is { } quote && lookups.Quotes.TryGetValue(quote, out var coupled))
            draft.SetFilled("quoteNumber", coupled["number"], "Quote No.");
        draft.SetWhereTaken("dataverseId", FieldValue.Id(document.Id));
        return draft;
    }

    private static FieldValue Trimmed(FieldValue name) => FieldValue.Text(name.ToString().Trim());

    private static void SetOptions(HeaderDraft draft, SalesDocument document, OptionLookup options)
    {
        Set("shippingAgents", "shippingmethodcode", "Shipping Agent", partner => draft.Set("shippingAgentCode", Code(partner), "Shipping Agent"));
        Set("paymentTerms", "paymenttermscode", "Payment Terms", partner => draft.Set("paymentTermsId", Id(partner), "Payment Terms"));
        Set("shipmentMethods", "freighttermscode", "Shipment Method", partner => draft.Set("shipmentMethodId", Id(partner), "Shipment Method"));

        void Set(string table, string column, string caption, Action<OptionPartner> write)
        {
            var value = document.Header[column];
            if (value.IsEmpty)
                return;
            if (options.Find(table, column, value) is { } partner)
                write(partner);
            else
                draft.Remark($"{caption} '{options.Label(column, value)}' of Sales has no partner; the customer's own is kept.");
        }

        static FieldValue Code(OptionPartner partner) => FieldValue.Text(partner.Code);

        static FieldValue Id(OptionPartner partner) => FieldValue.Id(partner.Id);
    }
}
