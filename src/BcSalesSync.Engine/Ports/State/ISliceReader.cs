namespace BcSalesSync.Engine.Ports.State;

/// <summary>Reads the slices of passes that several workers share.</summary>
public interface ISliceReader
{
    /// <summary>
    /// The partitions that have slices to be settled, of all mappings whose claim is still the one under which they were handed out. Those with
    /// the earliest slices come first.
    /// </summary>
    /// <param name="cancellationToken">Ends reading.</param>
    Task<IReadOnlyList<OpenPartition>> OpenAsync(CancellationToken cancellationToken);

    /// <summary>The first slice of a partition that is not settled; null when there is none.</summary>
    Task<PassSlice?> NextAsync(string mapping, long tenure, int partition, CancellationToken cancellationToken);

    /// <summary>What earlier claims on a mapping left, settled or not; the outcome of those that are not settled is empty.</summary>
    Task<IReadOnlyList<SettledSlice>> LeftAsync(string mapping, long tenure, CancellationToken cancellationToken);

    /// <summary>The settled slices, in the order of their numbers.</summary>
    Task<IReadOnlyList<SettledSlice>> SettledAsync(string mapping, long tenure, CancellationToken cancellationToken);
}
