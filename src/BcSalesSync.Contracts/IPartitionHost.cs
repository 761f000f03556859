namespace BcSalesSync.Contracts;

/// <summary>Gives partitions to the workers that share a state (design, section 7).</summary>
public interface IPartitionHost
{
    /// <summary>Into how many partitions a pass is split.</summary>
    int Count { get; }

    /// <summary>Sends for workers; those that were sent for already, and are at work or on their way, are not sent for again.</summary>
    /// <param name="tickets">The partitions that have work. Who has which is for the workers to settle between them.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task StartAsync(IReadOnlyList<PartitionTicket> tickets, CancellationToken cancellationToken);
}
