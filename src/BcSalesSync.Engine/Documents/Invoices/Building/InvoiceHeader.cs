using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Invoices.Lookups;
using BcSalesSync.Engine.Documents.Invoices.Reading;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents.Invoices.Building;

/// <summary>Builds the header of an invoice (spec/documents.md 5.2). Pure.</summary>
internal static class InvoiceHeader
{
    private static readonly (string Sales, string Bc)[] AddressParts =
    [
        ("name", "Name"), ("line1", "AddressLine1"), ("line2", "AddressLine2"), ("city", "City"), ("country", "Country"),
        ("postalcode", "PostCode"), ("stateorprovince", "State"),
    ];

    /// <summary>The columns, or why they cannot be told.</summary>
    public static (RowDraft? Row, PlanFailure? Failure) Build(
        BcInvoice invoice, InvoiceParty party, Guid currency, InvoiceLookups lookups, InvoiceFailures failures)
    {
        var row = new RowDraft(lookups.Headers);
        var header = invoice.Header;
        row.Set("invoicenumber", FieldValue.Text(invoice.Number))
            .Set("name", FieldValue.Text(party.Name))
            .Refer("transactioncurrencyid", "transactioncurrency", currency)
            .Refer("customerid", party.Customer.Table, party.Customer.Id)
            .Refer("salesorderid", "salesorder", party.Order)
            .Refer("opportunityid", "opportunity", party.Opportunity)
            .Refer("pricelevelid", "pricelevel", party.PriceList?.Id)
            .Refer("bcbi_companyid", "bcbi_company", lookups.Company)
            .Set("duedate", header["dueDate"])
            .Set("datedelivered", header["shipmentDate"])
            .Set("discountamount", invoice.Amount("discountAmount"))
            .Set("description", Description(invoice, lookups));
        if (Owner(invoice, party, lookups) is { } owner)
            row.Refer("ownerid", owner.Table, owner.Id);
        foreach (var (sales, bc) in AddressParts)
            row.Set($"shipto_{sales}", header[$"shipTo{bc}"]).Set($"billto_{sales}", header[$"billTo{bc}"]);
        return (row, Option("shippingAgents", "shippingmethodcode", header["shippingAgentCode"].ToString(), "shipping agent")
            ?? Option("paymentTerms", "paymenttermscode", Terms(header, lookups), "payment terms"));

        PlanFailure? Option(string table, string column, string code, string caption)
        {
            if (code.Length == 0 || !lookups.Options.TryGetValue(table, out var options) || !lookups.Headers.Columns.TryGetValue(column, out var schema))
                return null;
            var found = options.ToSales(schema, code);
            if (found.Failure is { } reason)
                return failures.OptionNotMapped(caption, reason);
            row.Set(column, found.Value);
            return null;
        }
    }

    private static string Terms(Record header, InvoiceLookups lookups) => header["paymentTermsCode"].AsText()
        ?? (header["paymentTermsId"].AsId() is { } id ? lookups.TermsCodes.GetValueOrDefault(id, string.Empty) : string.Empty);

    private static FieldValue Description(BcInvoice invoice, InvoiceLookups lookups)
    {
        if (!invoice.Header["workDescription"].IsEmpty)
            return invoice.Header["workDescription"];
        var method = invoice.Header["shipmentMethodCode"].AsText() ?? invoice.Header["shipmentMethodId"].ToString();
        return FieldValue.Text(lookups.ShipmentMethods.GetValueOrDefault(method));
    }

    // The owner of the order goes first; without one the team's choice, or the salesperson's user, decides.
    private static Lookup? Owner(BcInvoice invoice, InvoiceParty party, InvoiceLookups lookups)
    {
        if (party.Owner is { } owner)
            return owner;
        if (lookups.Setup.OwnershipModel is OwnershipModel.Team)
            return lookups.Team is { } team ? new Lookup("team", team) : null;
        return invoice.Header["salesperson"].AsText() is { } code && lookups.Salespeople.TryGetValue(code, out var user)
            ? new Lookup("systemuser", user) : null;
    }
}
