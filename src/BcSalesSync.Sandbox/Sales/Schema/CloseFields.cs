using static BcSalesSync.Sandbox.Sales.Schema.Field;

namespace BcSalesSync.Sandbox.Sales.Schema;

// Columns of the activity that closes a quote or an order.
internal static class CloseFields
{
    public static IEnumerable<Field> Of(string document) =>
    [
        Text("subject", 200), Memo("description"), Lookup(document + "id", document).OnDeletion(PointerFate.Follows),
        Integer("revision"), DateTime("actualstart"), DateTime("actualend"),
        State(new Choice(0, "Open"), new Choice(1, "Completed"), new Choice(2, "Canceled")),
        Status(new Choice(1, "Open", 0), new Choice(2, "Completed", 1), new Choice(3, "Canceled", 2)),
        .. StandardFields.Ownership(), .. StandardFields.Audit(),
    ];
}
