namespace BcSalesSync.Contracts;

/// <summary>Gives partitions to the workers that share a state (design, section 7).</summary>
public interface IPartitionHost
{
    /// <summary>Into how many partitions a pass is split.</summary>
    int Count { get; }

    /// <summary>Sees to it that workers take up partitions; those that are taken, or wait to be, are left alone.</summary>
    /// <param name="tickets">The partitions that have work.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task StartAsync(IReadOnlyList<PartitionTicket> tickets, CancellationToken cancellationToken);
}
