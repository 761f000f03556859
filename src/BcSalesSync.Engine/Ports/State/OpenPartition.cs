namespace BcSalesSync.Engine.Ports.State;

/// <summary>A partition of a pass that has slices to be settled.</summary>
/// <param name="Mapping">Name of the mapping.</param>
/// <param name="Tenure">Number of the claim on it.</param>
/// <param name="Number">Number of the partition.</param>
/// <param name="Holder">Who has it; null when nobody does.</param>
public sealed record OpenPartition(string Mapping, long Tenure, int Number, string? Holder)
{
    /// <summary>True when nobody has it who could be working on it.</summary>
    public bool IsFree(IHolderProbe holders) => Holder is null || holders.IsGone(Holder);
}
