namespace BcSalesSync.Host.Clustering;

// How a worker shares the work.
internal sealed record ClusterSettings
{
    // Into how many partitions long passes are split; the same for all workers.
    public required int Partitions { get; init; }

    // How many partitions this worker does at a time.
    public required int Threads { get; init; }
}
