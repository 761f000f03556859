namespace BcSalesSync.Engine.Ports.Endpoints.Access;

/// <summary>A right that the system knows for a table, and how far the signed-in user has it.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Name">What administrators know it by, for example prvWriteProduct.</param>
/// <param name="Reach">Whose records it reaches.</param>
public sealed record TableRight(RightKind Kind, string Name, RightReach Reach);
