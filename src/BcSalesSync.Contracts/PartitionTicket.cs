namespace BcSalesSync.Contracts;

/// <summary>One partition of a pass, to be worked off by whichever worker takes it.</summary>
/// <param name="Name">Tells it from all others; at most one worker at a time is to have it.</param>
/// <param name="Content">What <see cref="ISyncSession.RunPartitionAsync"/> needs to know; of no meaning to anyone else, and without secrets.</param>
public sealed record PartitionTicket(string Name, string Content);
