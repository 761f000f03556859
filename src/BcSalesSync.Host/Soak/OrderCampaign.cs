namespace BcSalesSync.Host.Soak;

// Takes many orders over: once in peace, with the requests counted, and then with a client that is killed at random moments.
internal sealed class OrderCampaign(TextWriter output, int seed)
{
    private const int Lines = 5;
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(20);
    private readonly Random random = new(seed);

    public async Task<int> RunAsync(int orders, int kills, CancellationToken cancellationToken)
    {
        var (done, wrong) = await RoundAsync("in peace", orders, 0, cancellationToken);
        for (var round = 1; done < kills; round++)
        {
            var (killed, problems) = await RoundAsync($"round {round}", orders, kills - done, cancellationToken);
            done += killed;
            wrong += problems;
        }

        await output.WriteLineAsync($"orders: {done} kills, {wrong} differences");
        return wrong == 0 ? 0 : 1;
    }

    private async Task<(int Killed, int Problems)> RoundAsync(string name, int orders, int kills, CancellationToken cancellationToken)
    {
        await using var ground = await OrderGround.OpenAsync(orders, Lines, Latency, cancellationToken);
        var (killed, exitCode) = await new MortalClient(random, output).RunAsync(ground.Work, kills, cancellationToken);
        var counts = await ground.Control.CountsAsync(cancellationToken);
        var (requests, operations) = (counts.Sum(count => count.Requests), counts.Sum(count => count.Operations));
        List<string> problems = [.. await new OrderComparison(ground.Control).RunAsync(cancellationToken)];
        if (exitCode != 0)
            problems.Add($"the client ended with exit code {exitCode}");
        await output.WriteLineAsync(FormattableString.Invariant(
            $"{name}: {orders} orders, killed {killed} times, {requests} requests with {operations} operations ({(double)operations / orders:0.00} an order), {problems.Count} differences"));
        foreach (var problem in problems.Take(10))
            await output.WriteLineAsync($"  {problem}");
        return (killed, problems.Count);
    }
}
