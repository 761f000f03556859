namespace BcSalesSync.Sandbox.OData;

internal sealed record OrderTerm(Property Property, bool Descending);
