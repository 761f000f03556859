namespace BcSalesSync.Engine.Ports.State;

/// <summary>Identifies a slice.</summary>
/// <param name="Mapping">Name of the mapping.</param>
/// <param name="Tenure">Number of the claim on the mapping under which the slice was cut; a later claim makes it void.</param>
/// <param name="Number">Its number under that claim, rising.</param>
public sealed record SliceKey(string Mapping, long Tenure, int Number);
