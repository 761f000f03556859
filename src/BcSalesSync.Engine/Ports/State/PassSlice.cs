namespace BcSalesSync.Engine.Ports.State;

/// <summary>What one partition has to do of a page that several workers share.</summary>
/// <param name="Key">Which one it is.</param>
/// <param name="Partition">The partition that does it, after those with lower numbers.</param>
/// <param name="Content">The records, as text.</param>
public sealed record PassSlice(SliceKey Key, int Partition, string Content);
