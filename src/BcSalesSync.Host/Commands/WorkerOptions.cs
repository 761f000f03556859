using System.CommandLine;
using BcSalesSync.Host.Clustering;

namespace BcSalesSync.Host.Commands;

// The options that say how a worker shares the work.
internal sealed class WorkerOptions
{
    private readonly Option<int> partitions;
    private readonly Option<int> threads;

    public WorkerOptions(EnvironmentOptions options)
    {
        partitions = options.Number("--partitions", "Parts into which long passes are split; the same for all workers.", 6, 1, 100);
        threads = options.Number("--threads", "Partitions that this worker does at a time.", 2, 1, 32);
    }

    public void AddTo(Command command)
    {
        command.Add(partitions);
        command.Add(threads);
    }

    public ClusterSettings Read(ParseResult parsed) => new() { Partitions = parsed.GetValue(partitions), Threads = parsed.GetValue(threads) };
}
