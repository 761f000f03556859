namespace BcSalesSync.Host.Soak;

// A client that is killed at random moments and started again, until it may come to its end.
internal sealed class MortalClient(Random random, TextWriter output)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    // How often it was killed, and its exit code in the end.
    public async Task<(int Killed, int ExitCode)> RunAsync(SoakTask task, int kills, CancellationToken cancellationToken)
    {
        for (var killed = 0; ; killed++)
        {
            using var client = new ClientProcess(task);
            var time = killed < kills ? Shortest + (random.NextDouble() * Longest) : Timeout.InfiniteTimeSpan;
            if (await client.WaitOrKillAsync(time, cancellationToken))
                continue;
            await output.WriteLineAsync(await client.ReadAsync());
            return (killed, client.ExitCode);
        }
    }
}
