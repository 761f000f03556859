namespace BcSalesSync.Engine.Ports.State;

/// <summary>A claim as the state has it.</summary>
/// <param name="Fence">What it is on, and its number.</param>
/// <param name="Holder">Who is in charge.</param>
/// <param name="Stands">False once it ran out, by the clock of the state, without being renewed.</param>
public sealed record ClaimState(Fence Fence, string Holder, bool Stands);
