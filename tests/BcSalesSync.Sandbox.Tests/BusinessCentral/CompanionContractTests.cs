using System.Net;
using System.Xml.Linq;
using BcSalesSync.Sandbox.Tests.Control;

namespace BcSalesSync.Sandbox.Tests.BusinessCentral;

// Sets and columns of the companion that endpoint and mappings rely on.
public sealed class CompanionContractTests
{
    private const string Partner = "number displayName contact addressLine1 addressLine2 city state country postalCode phoneNumber "
        + "mobilePhoneNumber faxNumber email website currencyCode paymentTermsCode shipmentMethodCode shippingAgentCode "
        + "primaryContactNumber blocked";

    private static readonly XNamespace Edm = "http://docs.oasis-open.org/odata/ns/edm";

    [Theory]
    [InlineData("vendors", "vendor", Partner + " purchaserCode", "")]
    [InlineData("customers", "customer", Partner + " salespersonCode customerPriceGroup creditLimit", "")]
    [InlineData("contacts", "contact", "customerId vendorId salutationCode firstName surname companyNumber", "")]
    [InlineData("unitGroups", "unitGroup", "", "sourceType sourceId sourceNumber sourceName code")]
    [InlineData("itemUnitsOfMeasure", "itemUnitOfMeasure", "itemNumber code qtyPerUnitOfMeasure", "itemId unitGroupId")]
    [InlineData("resourceUnitsOfMeasure", "resourceUnitOfMeasure", "resourceNumber code qtyPerUnitOfMeasure", "resourceId unitGroupId")]
    [InlineData("items", "item",
        "number displayName type unitPrice unitCost baseUnitOfMeasureCode unitVolume grossWeight vendorNumber vendorItemNumber blocked "
        + "priceIncludesTax",
        "baseItemUnitOfMeasureId vendorName inventory")]
    [InlineData("resources", "resource", "number name type baseUnitOfMeasureCode unitPrice unitCost vendorNumber blocked",
        "baseResourceUnitOfMeasureId vendorName capacity")]
    [InlineData("customerPriceGroups", "customerPriceGroup", "", "code description priceIncludesVat")]
    [InlineData("salesPrices", "salesPrice", "",
        "itemNumber salesType salesCode startingDate endingDate currencyCode variantCode unitOfMeasureCode minimumQuantity unitPrice "
        + "customerPriceGroupId itemId itemUnitOfMeasureId")]
    [InlineData("priceListHeaders", "priceListHeader", "",
        "code description priceType amountType currencyCode startingDate endingDate status allowUpdatingDefaults")]
    [InlineData("priceListLines", "priceListLine", "",
        "priceListCode lineNumber priceType amountType status assetType assetNumber unitOfMeasureCode currencyCode unitPrice "
        + "minimumQuantity startingDate endingDate priceListId assetId unitOfMeasureId")]
    [InlineData("opportunities", "opportunity",
        "number description contactNumber contactCompanyNumber salespersonCode",
        "status estimatedValue estimatedClosingDate probabilityPercent dateClosed calculatedCurrentValue customerId")]
    [InlineData("shippingAgents", "shippingAgent", "code displayName", "")]
    [InlineData("paymentTerms", "paymentTerm", "code displayName", "")]
    [InlineData("shipmentMethods", "shipmentMethod", "code displayName", "")]
    [InlineData("unitsOfMeasure", "unitOfMeasure", "", "code displayName")]
    [InlineData("salesSetup", "salesSetup", "",
        "writeInProductType writeInProductNumber freightAccountNumber defaultPriceListCode")]
    public async Task A_set_has_the_agreed_columns(string set, string entity, string writable, string readOnly)
    {
        using var bc = await BcClient.ConnectAsync();
        var (_, text) = await bc.SendAsync(HttpMethod.Get, "sync:$metadata");
        var type = TypeOf(text.GetString()!, entity);
        var edits = type.Elements(Edm + "Property").ToDictionary(property => (string)property.Attribute("Name")!, MayEdit);
        Assert.All(Words(writable), column => Assert.True(edits[column], column));
        Assert.All(
            [.. Words(readOnly), "systemCreatedAt", "systemModifiedAt", "systemRowVersion"], column => Assert.False(edits[column], column));
        Assert.NotEmpty(await bc.ReadAsync("sync:" + set, "?$orderby=systemRowVersion"));
    }

    [Theory]
    [InlineData("vendor",
        "number displayName addressLine1 addressLine2 city state country postalCode phoneNumber email website currencyId currencyCode "
        + "paymentTermsId blocked", "id balance lastModifiedDateTime")]
    [InlineData("item",
        "number displayName displayName2 type itemCategoryId itemCategoryCode blocked gtin inventory unitPrice priceIncludesTax unitCost "
        + "taxGroupId taxGroupCode baseUnitOfMeasureId baseUnitOfMeasureCode generalProductPostingGroupId generalProductPostingGroupCode "
        + "inventoryPostingGroupId inventoryPostingGroupCode", "id lastModifiedDateTime")]
    [InlineData("unitOfMeasure", "code displayName internationalStandardCode symbol", "id lastModifiedDateTime")]
    [InlineData("opportunity", "number contactNumber salespersonCode description",
        "id contactName contactCompanyName status closed creationDate dateClosed calculatedCurrentValue chancesOfSuccessPrc completedPrc "
        + "estimatedClosingDate estimatedValue systemCreatedAt lastModifiedDateTime")]
    [InlineData("itemLedgerEntry", "",
        "id entryNumber itemNumber postingDate entryType sourceNumber sourceType documentNumber documentType description quantity "
        + "salesAmountActual costAmountActual lastModifiedDateTime")]
    public async Task The_standard_api_has_the_documented_columns_and_no_others(string entity, string writable, string readOnly)
    {
        using var bc = new BcClient(tier: 0);
        var (_, text) = await bc.SendAsync(HttpMethod.Get, "$metadata");
        var type = TypeOf(text.GetString()!, entity);
        var edits = type.Elements(Edm + "Property").ToLookup(MayEdit, property => (string)property.Attribute("Name")!);
        Assert.Equal(Words(writable).Order(), edits[true].Order());
        Assert.Equal(Words(readOnly).Order(), edits[false].Order());
    }

    [Fact]
    public async Task Sales_setup_is_one_row_however_often_it_is_written()
    {
        using var bc = await BcClient.ConnectAsync();
        await bc.AsUserAsync("salesSetup", new { writeInProductType = "Resource", writeInProductNumber = "marty" });
        var setup = Assert.Single(await bc.ReadAsync("sync:salesSetup"));
        Assert.Equal(("Resource", "MARTY", "6810"),
            (setup.Text("writeInProductType"), setup.Text("writeInProductNumber"), setup.Text("freightAccountNumber")));
    }

    [Theory]
    [InlineData("1000")]
    [InlineData("NOPE")]
    public async Task A_write_in_product_is_an_item_without_inventory(string number)
    {
        using var bc = await BcClient.ConnectAsync();
        Assert.StartsWith(
            "Internal_InvalidTableRelation: The field Write-in Product No. of table Sales & Receivables Setup",
            await bc.RefusalAsUserAsync("salesSetup", new { writeInProductNumber = number }));
        await bc.AsUserAsync("salesSetup", new { writeInProductNumber = "S-100" });
    }

    [Theory]
    [InlineData("paymentTerms", 3)]
    [InlineData("shipmentMethods", 10)]
    [InlineData("shippingAgents", 291)]
    public async Task Codes_that_options_may_become_are_written_through_the_companion(string set, int table)
    {
        using var bc = await BcClient.ConnectAsync();
        var row = await bc.CreateAsync("sync:" + set, new { code = "new one", displayName = "New one" });
        Assert.Equal("NEW ONE", row.Text("code"));
        var renamed = await bc.ChangeAsync("sync:" + set, row, new { code = "OTHER" });
        Assert.Equal((row.Text("id"), "New one"), (renamed.Text("id"), renamed.Text("displayName")));
        BcSteps.AssertRefused(
            await bc.TryCreateAsync("sync:" + set, new { displayName = "Nameless" }), "Application_FieldValidationException",
            $"Code must have a value in {Caption(table)}: Code=. It cannot be zero or empty.");
        await bc.RemoveAsync("sync:" + set, renamed);
        Assert.Equal("OTHER", (await bc.FindAsync("sync:deletedRecords", $"tableId eq {table}")).Text("number"));
    }

    [Fact]
    public async Task Renamed_terms_keep_their_id_and_show_in_the_delta()
    {
        using var bc = await BcClient.ConnectAsync();
        var terms = await bc.FindAsync("sync:paymentTerms", "code eq 'NET45'");
        await bc.ChangeAsync("paymentTerms", terms, new { code = "net 45" });
        var changed = await bc.ReadAsync(
            "sync:paymentTerms", $"?$filter=systemRowVersion gt {terms.Version()} and startswith(code,'NET 45')");
        Assert.Equal(terms.Text("id"), Assert.Single(changed).Text("id"));
        Assert.Equal("NET 45", (await bc.FindAsync("sync:vendors", "number eq 'V20000'")).Text("paymentTermsCode"));
    }

    [Theory]
    [InlineData("contacts", "customerId eq 00000000-0000-0000-0000-000000000000")]
    [InlineData("unitGroups", "code eq 'ITEM 1000 UOM GR'")]
    [InlineData("salesHeaders", "workDescription eq ''")]
    public async Task What_a_page_works_out_row_by_row_cannot_be_filtered(string set, string filter)
    {
        using var bc = await BcClient.ConnectAsync();
        var (status, body) = await bc.SendAsync(HttpMethod.Get, $"sync:{bc.Company}/{set}?$filter={filter}");
        Assert.True(status == HttpStatusCode.BadRequest, body.ToString());
    }

    [Fact]
    public async Task A_line_is_created_below_its_document_and_never_given_the_document()
    {
        using var bc = await BcClient.ConnectAsync();
        var order = await bc.CreateAsync("sync:salesHeaders", new { documentType = "Order", customerNumber = "C10000" });
        var line = await bc.CreateAsync($"sync:salesHeaders({order.Text("id")})/salesLines", new { description = "By hand" });
        Assert.Equal(order.Text("id"), line.Text("documentId"));
        BcSteps.AssertRefused(
            await bc.TryCreateAsync("sync:salesLines", new { documentId = order.Text("id"), description = "By hand" }),
            "BadRequest_InvalidOperation", "Control 'documentId' is read-only.");
    }

    private static XElement TypeOf(string metadata, string entity) => XDocument.Parse(metadata)
        .Descendants(Edm + "EntityType").Single(found => (string?)found.Attribute("Name") == entity);

    private static string Caption(int table) => table switch { 3 => "Payment Terms", 10 => "Shipment Method", _ => "Shipping Agent" };

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool MayEdit(XElement property) => property.Elements(Edm + "Annotation")
        .Any(note => (string)note.Attribute("Term")! == "NAV.AllowEdit" && (bool)note.Attribute("Bool")!);
}
