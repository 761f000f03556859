namespace BcSalesSync.Engine.Ports.State;

/// <summary>A partition that has slices to be settled.</summary>
/// <param name="Number">Number of the partition.</param>
/// <param name="Holder">Who has it; null when nobody does.</param>
public sealed record OpenPartition(int Number, string? Holder)
{
    /// <summary>True when nobody has it who could be working on it.</summary>
    public bool IsFree(IHolderProbe holders) => Holder is null || holders.IsGone(Holder);
}
