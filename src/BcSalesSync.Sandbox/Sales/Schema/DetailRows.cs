namespace BcSalesSync.Sandbox.Sales.Schema;

// The lines of a document: the collection a client reads and creates them by, their table, and the look-up that leads back.
internal sealed record DetailRows(string Navigation, string Table, string Lookup);
