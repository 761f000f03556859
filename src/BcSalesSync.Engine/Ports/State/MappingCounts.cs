namespace BcSalesSync.Engine.Ports.State;

/// <summary>Couplings and troubles of one mapping.</summary>
/// <param name="Couplings">Number of couplings.</param>
/// <param name="Skipped">Couplings left alone.</param>
/// <param name="Failed">Records, coupled or not, whose last attempt failed and that are not skipped.</param>
public sealed record MappingCounts(int Couplings, int Skipped, int Failed)
{
    /// <summary>Nothing at all.</summary>
    public static MappingCounts None { get; } = new(0, 0, 0);
}
