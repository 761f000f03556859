namespace BcSalesSync.Engine.Ports.State;

/// <summary>A claim as it stands.</summary>
/// <param name="Fence">What it is on, and its number.</param>
/// <param name="Holder">Who is in charge.</param>
/// <param name="Until">When it runs out unless it is renewed (UTC).</param>
public sealed record ClaimState(Fence Fence, string Holder, DateTimeOffset Until);
