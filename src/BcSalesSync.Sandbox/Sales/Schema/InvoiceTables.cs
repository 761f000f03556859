using static BcSalesSync.Sandbox.Sales.Schema.Field;

namespace BcSalesSync.Sandbox.Sales.Schema;

// What a customer is asked to pay, with its lines.
internal static class InvoiceTables
{
    public const int Active = 0;
    public const int Closed = 1;
    public const int Paid = 2;
    public const int Canceled = 3;

    private static readonly Choice[] States =
        [new(Active, "Active"), new(Closed, "Closed (deprecated)"), new(Paid, "Paid"), new(Canceled, "Canceled")];

    public static SalesTable Header() => new("invoice", "invoices", "Invoice",
    [
        Text("invoicenumber", 100).CreateOnly(), Lookup("salesorderid", "salesorder"),
        Pick("prioritycode", ChoiceSets.Default).Initially(1), DateOnly("lastbackofficesubmit"), DateOnly("datedelivered"),
        DateOnly("duedate"), Boolean("ispricelocked").UpdateOnly(), State(States),
        Status(new Choice(1, "New", Active), new Choice(2, "Partially Shipped", Active), new Choice(4, "Billed", Active),
            new Choice(5, "Booked (applies to services)", Active), new Choice(6, "Installed (applies to services)", Active),
            new Choice(3, "Canceled (deprecated)", Closed), new Choice(7, "Paid in Full (deprecated)", Closed),
            new Choice(100001, "Complete", Paid), new Choice(100002, "Partial", Paid), new Choice(100003, "Canceled", Canceled)),
        DocumentFields.Currency().CreateOnly(), .. DocumentFields.Header(),
    ])
    {
        TypeCode = 1090,
        Details = new DetailRows("invoice_details", "invoicedetail", "invoiceid"),
    };

    public static SalesTable Line() => new("invoicedetail", "invoicedetails", "Invoice Product",
    [
        Lookup("salesorderdetailid", "salesorderdetail"), DateOnly("actualdeliveryon"), Decimal("quantityshipped", 5),
        Decimal("quantitybackordered", 5), Decimal("quantitycancelled", 5), Boolean("iscopied"), Text("shippingtrackingnumber", 100),
        Pick("invoicestatecode", States).ReadOnly(), Boolean("invoiceispricelocked").ReadOnly(), .. DocumentFields.Line("invoice"),
    ])
    {
        TypeCode = 1091,
        PrimaryName = "productdescription",
    };
}
