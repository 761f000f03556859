namespace BcSalesSync.Sandbox.Sales.Schema;

// A table a lookup may point to, and the name a client binds it by.
internal sealed record LookupTarget(string Table, string Navigation);
