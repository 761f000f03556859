using static BcSalesSync.Sandbox.Sales.Schema.Field;

namespace BcSalesSync.Sandbox.Sales.Schema;

// Columns quotes, orders and invoices have alike (wire-dataverse 9).
internal static class DocumentFields
{
    public static IEnumerable<Field> Header() =>
    [
        Text("name", 300), Memo("description"), Lookup("opportunityid", "opportunity"), Lookup("pricelevelid", "pricelevel"),
        Customer("customerid"), Pick("pricingerrorcode").Initially(0), Money("discountamount"),
        Decimal("discountpercentage", 10).Between(0, 100), Money("freightamount"),
        Pick("paymenttermscode", ChoiceSets.PaymentTerms), Pick("shippingmethodcode", ChoiceSets.ShippingMethod),
        Lookup("bcbi_companyid", "bcbi_company", "bcbi_CompanyId"),
        .. Address("shipto"), Pick("shipto_freighttermscode", ChoiceSets.FreightTerms), Boolean("willcall"), .. Address("billto"),
        .. Totals(), Lookup("accountid", "account").ReadOnly(), Lookup("contactid", "contact").ReadOnly(),
        Memo("billto_composite").ReadOnly(), Memo("shipto_composite").ReadOnly(), Decimal("exchangerate", 10).ReadOnly(),
        .. StandardFields.Ownership(), .. StandardFields.Audit(), .. StandardFields.Process(),
    ];

    // What only quotes and orders have.
    public static IEnumerable<Field> Delivery() =>
    [
        Pick("freighttermscode", ChoiceSets.FreightTerms), DateOnly("requestdeliveryby"), .. AddressPartner("shipto"),
        .. AddressPartner("billto"),
    ];

    public static Field Currency() => Lookup("transactioncurrencyid", "transactioncurrency");

    // A line has owner and currency of its document.
    public static IEnumerable<Field> Line(string document) =>
    [
        Lookup(document + "id", document).OnDeletion(PointerFate.Follows), Integer("lineitemnumber"), Integer("sequencenumber"),
        Lookup("productid", "product").OnDeletion(PointerFate.Refuses), Lookup("uomid", "uom").OnDeletion(PointerFate.Refuses),
        Text("productdescription", 250), Memo("description"), Decimal("quantity", 5), Money("priceperunit"),
        Money("manualdiscountamount"), Money("tax"), Boolean("ispriceoverridden"), Pick("pricingerrorcode").Initially(0),
        Lookup("salesrepid", "systemuser"), Pick("propertyconfigurationstatus", ChoiceSets.PropertyConfiguration).Initially(2),
        .. Address("shipto"), Pick("shipto_freighttermscode", ChoiceSets.FreightTerms), Boolean("willcall"),
        Boolean("isproductoverridden").CreateOnly(), Pick("producttypecode", ChoiceSets.LineType).Initially(1).CreateOnly(),
        Id("parentbundleid").CreateOnly(), Id("productassociationid").CreateOnly(), Money("baseamount").UpdateOnly(),
        Money("extendedamount").UpdateOnly(), Money("volumediscountamount").ReadOnly(), Currency().ReadOnly(),
        Decimal("exchangerate", 10).ReadOnly(), .. StandardFields.Ownership().Select(field => field.ReadOnly()),
        .. StandardFields.Audit(),
    ];

    public static IEnumerable<Field> AddressPartner(string block) => [Text(block + "_contactname", 150), Id(block + "_addressid")];

    private static IEnumerable<Field> Address(string block) =>
    [
        Text(block + "_name", 200), Text(block + "_line1", 250), Text(block + "_line2", 250), Text(block + "_line3", 250),
        Text(block + "_city", 80), Text(block + "_stateorprovince", 50), Text(block + "_country", 80), Text(block + "_postalcode", 20),
        Text(block + "_telephone", 50), Text(block + "_fax", 50),
    ];

    private static IEnumerable<Field> Totals() =>
    [
        Money("totallineitemdiscountamount").UpdateOnly(), Money("totallineitemamount").UpdateOnly(), Money("totaltax").UpdateOnly(),
        Money("totaldiscountamount").UpdateOnly(), Money("totalamountlessfreight").UpdateOnly(), Money("totalamount").UpdateOnly(),
    ];
}
