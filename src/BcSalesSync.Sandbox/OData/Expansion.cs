namespace BcSalesSync.Sandbox.OData;

// An expanded navigation property with the query nested in it.
internal sealed record Expansion(Navigation Navigation, EntityQuery Query);
