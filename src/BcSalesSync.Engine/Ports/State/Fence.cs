namespace BcSalesSync.Engine.Ports.State;

/// <summary>
/// Keeps out who lost a claim without noticing: each change of hands gives the claim a higher number, and what is saved under an earlier
/// one is refused (design: section 7).
/// </summary>
/// <param name="Resource">What is claimed.</param>
/// <param name="Token">The claim's number.</param>
public sealed record Fence(string Resource, long Token);
