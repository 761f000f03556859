using System.Xml.Linq;

namespace BcSalesSync.Sandbox.Tests.BusinessCentral.Documents;

// Sets and columns of documents that endpoint and mappings rely on.
public sealed class DocumentContractTests
{
    private const string SellTo = "sellToAddressLine1 sellToAddressLine2 sellToCity sellToState sellToPostCode sellToCountry ";
    private const string BillTo = "billToAddressLine1 billToAddressLine2 billToCity billToState billToPostCode billToCountry ";
    private const string ShipTo = "shipToAddressLine1 shipToAddressLine2 shipToCity shipToState shipToPostCode shipToCountry ";
    private const string Totals = "totalAmountExcludingTax totalTaxAmount totalAmountIncludingTax ";
    private const string NetAmounts = "totalTaxAmount amountIncludingTax netAmount netTaxAmount netAmountIncludingTax ";

    private static readonly XNamespace Edm = "http://docs.oasis-open.org/odata/ns/edm";

    [Theory]
    [InlineData("salesHeader",
        "customerId customerNumber sellToContactNumber billToCustomerNumber billToName shipToName shipToContact externalDocumentNumber "
        + "yourReference orderDate documentDate postingDate dueDate requestedDeliveryDate shipmentDate validUntilDate quoteNumber "
        + "currencyCode currencyFactor pricesIncludeTax paymentTermsId paymentTermsCode shipmentMethodId shipmentMethodCode "
        + "shippingAgentCode salesperson paymentDiscountPercent discountAmount workDescription dataverseId " + SellTo + BillTo + ShipTo,
        "id documentType number status customerName lastShipmentDate fullyShipped fullyInvoiced docNoOccurrence " + Totals)]
    [InlineData("salesLine",
        "lineType lineObjectNumber description description2 unitOfMeasureCode quantity unitPrice discountPercent discountAmount "
        + "allowInvoiceDiscount attachedToLineNumber requestedDeliveryDate shipmentDate shipQuantity invoiceQuantity locationCode",
        "documentId documentType documentNumber sequence invoiceDiscountAllocation amountExcludingTax amountIncludingTax taxPercent "
        + "shippedQuantity invoicedQuantity outstandingQuantity shippedNotInvoicedQuantity")]
    [InlineData("salesHeaderArchive", "",
        "documentType number docNoOccurrence versionNumber sellToCustomerNumber sellToAddress billToCounty shipToCountryRegionCode "
        + "shipmentDate currencyCode pricesIncludingVAT paymentTermsCode paymentDiscountPercent shippingAgentCode salespersonCode "
        + "externalDocumentNumber yourReference requestedDeliveryDate quoteValidUntilDate status dateArchived archivedBy workDescription "
        + "invoiced")]
    [InlineData("salesHeaderArchiveLine", "",
        "documentType documentNumber docNoOccurrence versionNumber sequence lineType lineObjectNumber description unitOfMeasureCode "
        + "quantity unitPrice lineDiscountPercent lineDiscountAmount amount amountIncludingVAT taxPercent outstandingQuantity qtyToShip "
        + "quantityShipped quantityInvoiced")]
    [InlineData("postedInvoice", "",
        "number orderId orderNumber quoteNumber dataverseId customerId customerNumber customerName customerPurchaseOrderReference "
        + "externalDocumentNumber invoiceDate postingDate dueDate shipmentDate currencyCode currencyFactor pricesIncludeTax "
        + "paymentTermsCode shipmentMethodCode shippingAgentCode salesperson workDescription discountAmount remainingAmount closed "
        + "cancelled billToName shipToName " + SellTo + BillTo + ShipTo + Totals)]
    [InlineData("postedInvoiceLine", "",
        "documentId documentNumber sequence lineType lineObjectNumber description unitOfMeasureCode quantity unitPrice discountPercent "
        + "discountAmount invoiceDiscountAllocation amountExcludingTax amountIncludingTax taxPercent orderNumber orderLineNumber "
        + "attachedToLineNumber")]
    [InlineData("postedShipment", "", "number orderId orderNumber customerNumber postingDate shipmentDate")]
    [InlineData("postedShipmentLine", "",
        "documentId sequence lineType lineObjectNumber description quantity orderNumber orderLineNumber")]
    [InlineData("custLedgerEntry", "",
        "entryNumber customerNumber postingDate documentType documentNumber description currencyCode amount amountLCY remainingAmount "
        + "remainingAmountLCY dueDate open salesLCY")]
    [InlineData("detailedCustLedgerEntry", "",
        "entryNumber custLedgerEntryNumber customerNumber entryType postingDate documentType documentNumber amount amountLCY "
        + "appliedCustLedgerEntryNumber")]
    [InlineData("customerStatistic", "",
        "number displayName balanceLCY outstandingOrdersLCY shippedNotInvoicedLCY outstandingInvoicesLCY outstandingServiceOrdersLCY "
        + "serviceShippedNotInvoicedLCY outstandingServiceInvoicesLCY totalLCY creditLimitLCY overdueAmountLCY overdueAmountsAsOf "
        + "totalSalesLCY invoicedPrepaymentAmountLCY")]
    [InlineData("salesNote", "subject text", "documentId createdAt")]
    [InlineData("salesSetup", "", "archiveOrders archiveQuotes quoteValidityCalculation")]
    [InlineData("item", "vatBusPostingGroupPrice type", "")]
    public async Task A_set_of_the_companion_has_the_agreed_columns(string entity, string writable, string readOnly)
    {
        using var bc = await BcClient.ConnectAsync();
        var edits = (await PropertiesAsync(bc, "sync:$metadata", entity))
            .ToDictionary(property => (string)property.Attribute("Name")!, MayEdit);
        Assert.All(Words(writable), column => Assert.True(edits[column], column));
        Assert.All(
            [.. Words(readOnly), "systemCreatedAt", "systemModifiedAt", "systemRowVersion"], column => Assert.False(edits[column], column));
    }

    [Theory]
    [InlineData("salesOrder",
        "externalDocumentNumber orderDate postingDate customerId customerNumber billToCustomerId billToCustomerNumber shipToName "
        + "shipToContact shortcutDimension1Code shortcutDimension2Code currencyId currencyCode pricesIncludeTax paymentTermsId "
        + "shipmentMethodId salesperson partialShipping requestedDeliveryDate discountAmount fullyShipped phoneNumber email "
        + SellTo + ShipTo,
        "id number customerName billToName discountAppliedBeforeTax status lastModifiedDateTime " + BillTo + Totals)]
    [InlineData("salesOrderLine",
        "documentId sequence itemId accountId lineType lineObjectNumber description description2 unitOfMeasureId unitOfMeasureCode "
        + "quantity unitPrice discountAmount discountPercent taxCode shipmentDate shippedQuantity invoicedQuantity invoiceQuantity "
        + "shipQuantity itemVariantId locationId",
        "id discountAppliedBeforeTax amountExcludingTax taxPercent invoiceDiscountAllocation " + NetAmounts)]
    [InlineData("salesQuote",
        "externalDocumentNumber documentDate postingDate dueDate customerId customerNumber billToCustomerId billToCustomerNumber "
        + "shipToName shipToContact shortcutDimension1Code shortcutDimension2Code currencyId currencyCode paymentTermsId "
        + "shipmentMethodId salesperson discountAmount sentDate validUntilDate acceptedDate phoneNumber email " + SellTo + BillTo + ShipTo,
        "id number customerName billToName status lastModifiedDateTime " + Totals)]
    [InlineData("salesQuoteLine",
        "documentId sequence itemId accountId lineType lineObjectNumber description description2 unitOfMeasureId unitOfMeasureCode "
        + "unitPrice quantity discountAmount discountPercent taxCode netAmount itemVariantId locationId",
        "id discountAppliedBeforeTax amountExcludingTax taxPercent totalTaxAmount amountIncludingTax netTaxAmount netAmountIncludingTax")]
    [InlineData("salesShipment", "",
        "id number externalDocumentNumber invoiceDate postingDate dueDate customerPurchaseOrderReference customerId customerNumber "
        + "customerName billToCustomerId billToName billToCustomerNumber shipToName shipToContact currencyCode orderNumber "
        + "paymentTermsCode shipmentMethodCode salesperson pricesIncludeTax lastModifiedDateTime phoneNumber email "
        + SellTo + BillTo + ShipTo)]
    [InlineData("salesShipmentLine", "",
        "id documentId documentNo sequence lineType lineObjectNumber description description2 unitOfMeasureCode unitPrice quantity "
        + "discountPercent taxPercent shipmentDate")]
    [InlineData("customerFinancialDetail", "", "id number balance totalSalesExcludingTax overdueAmount lastModifiedDateTime")]
    public async Task A_set_of_api_v2_has_the_documented_columns_and_no_others(string entity, string writable, string readOnly)
    {
        using var bc = new BcClient(tier: 0);
        var edits = (await PropertiesAsync(bc, "$metadata", entity)).ToLookup(MayEdit, property => (string)property.Attribute("Name")!);
        Assert.Equal(Words(writable).Order(), edits[true].Order());
        Assert.Equal(Words(readOnly).Order(), edits[false].Order());
    }

    private static async Task<IEnumerable<XElement>> PropertiesAsync(BcClient bc, string address, string entity)
    {
        var (_, text) = await bc.SendAsync(HttpMethod.Get, address);
        return XDocument.Parse(text.GetString()!).Descendants(Edm + "EntityType")
            .Single(found => (string?)found.Attribute("Name") == entity).Elements(Edm + "Property");
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool MayEdit(XElement property) => property.Elements(Edm + "Annotation")
        .Any(note => (string)note.Attribute("Term")! == "NAV.AllowEdit" && (bool)note.Attribute("Bool")!);
}
