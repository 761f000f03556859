namespace BcSalesSync.Engine.Ports.State;

/// <summary>A slice that is done.</summary>
/// <param name="Key">Which one.</param>
/// <param name="Outcome">How it ended, as text.</param>
public sealed record SettledSlice(SliceKey Key, string Outcome);
