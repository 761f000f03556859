namespace BcSalesSync.Engine.Ports.State;

/// <summary>Reads the slices of passes that several workers share.</summary>
public interface ISliceReader
{
    /// <summary>The partitions that have slices to be settled, those with the earliest slices first.</summary>
    /// <param name="mapping">Name of the mapping.</param>
    /// <param name="tenure">Number of the claim on it.</param>
    /// <param name="claim">Name of the claim on a partition, without the number of the partition.</param>
    /// <param name="cancellationToken">Ends reading.</param>
    Task<IReadOnlyList<OpenPartition>> OpenAsync(
        string mapping, long tenure, string claim, CancellationToken cancellationToken);

    /// <summary>The first slice of a partition that is not settled; null when there is none.</summary>
    Task<PassSlice?> NextAsync(string mapping, long tenure, int partition, CancellationToken cancellationToken);

    /// <summary>What earlier claims on a mapping left, settled or not; the outcome of those that are not settled is empty.</summary>
    Task<IReadOnlyList<SettledSlice>> LeftAsync(string mapping, long tenure, CancellationToken cancellationToken);

    /// <summary>The settled slices, in the order of their numbers.</summary>
    Task<IReadOnlyList<SettledSlice>> SettledAsync(string mapping, long tenure, CancellationToken cancellationToken);
}
