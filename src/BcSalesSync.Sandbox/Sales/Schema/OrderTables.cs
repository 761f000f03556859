using static BcSalesSync.Sandbox.Sales.Schema.Field;

namespace BcSalesSync.Sandbox.Sales.Schema;

// A sale that was agreed upon with its lines, and the activity that closes it.
internal static class OrderTables
{
    public const int Active = 0;
    public const int Submitted = 1;
    public const int Canceled = 2;
    public const int Fulfilled = 3;
    public const int Invoiced = 4;

    // The reason of a submitted order.
    public const int InProgress = 3;

    private static readonly Choice[] States =
    [
        new(Active, "Active"), new(Submitted, "Submitted"), new(Canceled, "Canceled"), new(Fulfilled, "Fulfilled"),
        new(Invoiced, "Invoiced"),
    ];

    public static SalesTable Header() => new("salesorder", "salesorders", "Sales Order",
    [
        Text("ordernumber", 100).CreateOnly(), Lookup("quoteid", "quote"), Pick("prioritycode", ChoiceSets.Default).Initially(1),
        Integer("submitstatus"), DateOnly("submitdate"), Memo("submitstatusdescription"), DateOnly("lastbackofficesubmit"),
        DateOnly("datefulfilled"), Text("bcbi_businesscentralordernumber", 20),
        Integer("bcbi_businesscentraldocumentoccurrencenumber"), Boolean("ispricelocked").UpdateOnly(), State(States),
        Status(new Choice(1, "New", Active), new Choice(2, "Pending", Active), new Choice(InProgress, "In Progress", Submitted),
            new Choice(4, "No Money", Canceled), new Choice(100001, "Complete", Fulfilled), new Choice(100002, "Partial", Fulfilled),
            new Choice(100003, "Invoiced", Invoiced)),
        DocumentFields.Currency().CreateOnly(), .. DocumentFields.Delivery(), .. DocumentFields.Header(),
    ])
    {
        TypeCode = 1088,
        Details = new DetailRows("order_details", "salesorderdetail", "salesorderid"),
    };

    public static SalesTable Line() => new("salesorderdetail", "salesorderdetails", "Order Product",
    [
        DateOnly("requestdeliveryby"), Decimal("quantityshipped", 5), Decimal("quantitybackordered", 5),
        Decimal("quantitycancelled", 5), Boolean("iscopied"), Integer("bcbi_businesscentrallinenumber"),
        Pick("salesorderstatecode", States).ReadOnly(), Boolean("salesorderispricelocked").ReadOnly(),
        .. DocumentFields.AddressPartner("shipto"), .. DocumentFields.Line("salesorder"),
    ])
    {
        TypeCode = 1089,
        PrimaryName = "productdescription",
    };

    // Written by the actions that fulfil or cancel an order.
    public static SalesTable Close() => new(
        "orderclose", "ordercloses", "Order Close", [Text("ordernumber", 100), .. CloseFields.Of("salesorder")], "activityid")
    {
        TypeCode = 4209,
        PrimaryName = "subject",
        TracksChanges = false,
        IsReadOnly = true,
    };
}
