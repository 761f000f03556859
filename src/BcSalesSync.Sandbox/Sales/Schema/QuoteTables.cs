using static BcSalesSync.Sandbox.Sales.Schema.Field;

namespace BcSalesSync.Sandbox.Sales.Schema;

// An offer with its lines, and the activity that closes it.
internal static class QuoteTables
{
    public const int Draft = 0;
    public const int Active = 1;
    public const int Won = 2;
    public const int Closed = 3;

    // The reason of a quote that has a newer revision.
    public const int Revised = 7;

    private static readonly Choice[] States =
        [new(Draft, "Draft"), new(Active, "Active"), new(Won, "Won"), new(Closed, "Closed")];

    public static SalesTable Header() => new("quote", "quotes", "Quote",
    [
        Text("quotenumber", 100).CreateOnly(), Integer("revisionnumber").ReadOnly(), DateOnly("effectivefrom"), DateOnly("effectiveto"),
        DateOnly("expireson"), DateOnly("closedon"), State(States),
        Status(new Choice(1, "In Progress", Draft), new Choice(2, "In Progress", Active), new Choice(3, "Open", Active),
            new Choice(4, "Won", Won), new Choice(5, "Lost", Closed), new Choice(6, "Canceled", Closed),
            new Choice(Revised, "Revised", Closed)),
        DocumentFields.Currency(), .. DocumentFields.Delivery(), .. DocumentFields.Header(),
    ])
    {
        TypeCode = 1084,
        Details = new DetailRows("quote_details", "quotedetail", "quoteid"),
    };

    public static SalesTable Line() => new("quotedetail", "quotedetails", "Quote Product",
    [
        DateOnly("requestdeliveryby"), Pick("quotestatecode", States).ReadOnly(), .. DocumentFields.AddressPartner("shipto"),
        .. DocumentFields.Line("quote"),
    ])
    {
        TypeCode = 1085,
        PrimaryName = "productdescription",
    };

    // Written by the actions that win, close or revise a quote.
    public static SalesTable Close() => new(
        "quoteclose", "quotecloses", "Quote Close", [Text("quotenumber", 100), .. CloseFields.Of("quote")], "activityid")
    {
        TypeCode = 4211,
        PrimaryName = "subject",
        TracksChanges = false,
        IsReadOnly = true,
    };
}
