namespace BcSalesSync.Endpoints.Dataverse.Metadata;

/// <summary>A way from a lookup column to a table: its case-sensitive name is what writes use (spec/wire-dataverse.md 6.2).</summary>
/// <param name="Attribute">Logical name of the lookup column.</param>
/// <param name="Target">Logical name of the table it leads to.</param>
/// <param name="Name">Navigation property name.</param>
internal sealed record Navigation(string Attribute, string Target, string Name);
