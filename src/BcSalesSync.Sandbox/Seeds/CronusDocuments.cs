using BcSalesSync.Sandbox.Sales.Schema;

namespace BcSalesSync.Sandbox.Seeds;

// The quotes and orders of the seed "cronus": orders in every state Business Central cares about, and quotes at every stage.
internal sealed class CronusDocuments(SalesRowWriter rows, DateTimeOffset moment)
{
    private const string Rental =
        "Rental bicycles for the summer season, to be set up at the harbour.\nPlease deliver them to the boat house, not to the "
        + "office.\n\nHelmets, locks and two repair kits are part of the price; our own mechanics look after them all year.\n"
        + "Pickup: 30 September.";

    private readonly CronusDocumentRows _documents = new(rows);
    private readonly DateOnly _today = DateOnly.FromDateTime(moment.UtcDateTime);

    public void Load()
    {
        LoadOrders();
        LoadQuotes();
    }

    private void LoadOrders()
    {
        _documents.Put(
            DocumentKind.Order, "BIKES", "ORD-00901-A1B2C3", "Bicycles for the couriers", "ADATUM", "PS", Submitted(),
            [Bicycle(5m, discount: 500m), Bicycle(2m)]);
        var rental = _documents.Put(
            DocumentKind.Order, "RENTAL", "ORD-00902-D4E5F6", "Bicycles to rent out", "NORTHWIND", "JO",
            [
                .. Submitted(), ("requestdeliveryby", _today.AddMonths(1)), ("freightamount", 150m), ("discountamount", 250m),
                ("discountpercentage", 5m), ("description", "Call the harbour master before delivery."), ("shipto_name", "Boat house"),
                ("shipto_line1", "Pier 7"), ("shipto_city", "Seattle"), ("shipto_postalcode", "98101"), ("shipto_country", "US"),
            ],
            [Bicycle(3m), WriteIn("Setting up at the harbour", 1m, 640m, Rental)]);
        rows.Put(
            SalesSchema.Note, "RENTAL", ("objectid", rental), ("subject", "Deposit"), ("notetext", "The deposit was paid in cash."));
        _documents.Put(
            DocumentKind.Order, "EXPORT", "ORD-00903-G7H8J9", "Bicycle for the sculpture class", "FINEART", "JO", Submitted(),
            [Bicycle(1m)]);
        _documents.Put(
            DocumentKind.Order, "OPEN", "ORD-00904-K1L2M3", "Bicycle for the porter", "FABRIKAM", "LT", [("statuscode", 2)], [Bicycle(1m)]);
    }

    private void LoadQuotes()
    {
        _documents.Put(
            DocumentKind.Quote, "FLEET", "QUO-00901-N4P5Q6", "City bikes for the whole office", "ADATUM", "PS",
            [
                .. Active(), ("effectivefrom", _today), ("effectiveto", _today.AddMonths(2)),
                ("opportunityid", SalesRowWriter.IdOf(SalesSchema.Opportunity, "FLEET")),
            ],
            [Bicycle(12m, discount: 1200m), WriteIn("Training of the drivers", 2m, 320m)]);
        const string number = "QUO-00902-R7S8T9";
        _documents.Put(
            DocumentKind.Quote, "TRIAL/0", number, "Bicycles for a trial", "FABRIKAM", "LT",
            [("revisionnumber", 0), ("statecode", QuoteTables.Closed), ("statuscode", QuoteTables.Revised)], [Bicycle(2m)]);
        _documents.Put(
            DocumentKind.Quote, "TRIAL/1", number, "Bicycles for a trial", "FABRIKAM", "LT", [.. Active(), ("revisionnumber", 1)],
            [Bicycle(3m, discount: 300m)]);
        var lobby = _documents.Put(
            DocumentKind.Quote, "LOBBY", "QUO-00903-U1V2W3", "Bicycle stand for the lobby", "TREY", "PS",
            [("statecode", QuoteTables.Won), ("statuscode", 4), ("closedon", _today)], [Bicycle(1m), WriteIn("Stand", 1m, 95m)]);
        _documents.Put(
            DocumentKind.Order, "LOBBY", "QUO-00903-U1V2W3", "Bicycle stand for the lobby", "TREY", "PS",
            [.. Submitted(), ("quoteid", lobby)], [Bicycle(1m), WriteIn("Stand", 1m, 95m)]);
    }

    private static (string Name, object? Value)[] Submitted() =>
        [("statecode", OrderTables.Submitted), ("statuscode", OrderTables.InProgress)];

    private static (string Name, object? Value)[] Active() => [("statecode", QuoteTables.Active), ("statuscode", 2)];

    private static (string Name, object? Value)[] Bicycle(decimal quantity, decimal? discount = null) =>
    [
        ("productid", SalesRowWriter.IdOf(SalesSchema.Product, "1000")), ("uomid", SalesRowWriter.IdOf(SalesSchema.Unit, "PRIMARY")),
        ("quantity", quantity), ("priceperunit", 4000m), ("manualdiscountamount", discount),
    ];

    private static (string Name, object? Value)[] WriteIn(string product, decimal quantity, decimal price, string? text = null) =>
    [
        ("isproductoverridden", true), ("productdescription", product), ("quantity", quantity), ("priceperunit", price),
        ("description", text),
    ];
}
