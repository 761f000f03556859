namespace BcSalesSync.Contracts;

/// <summary>A partition of a pass that a worker is sent for.</summary>
/// <param name="Name">Tells it from all others; at most one worker at a time is to be on it.</param>
/// <param name="Content">What <see cref="ISyncSession.RunPartitionAsync"/> needs to know; of no meaning to anyone else, and without secrets.</param>
public sealed record PartitionTicket(string Name, string Content);
