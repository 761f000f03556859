namespace BcSalesSync.Runtime.Reporting.Figures;

/// <summary>How often values of a field were written over.</summary>
internal sealed record LostField(string Mapping, string Field, long Count);
