using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Partitions;

/// <summary>
/// Lets the clock of a world go on steadily, faster than time does: who waits for others looks again and again, and a clock that jumped to each
/// look would let claims run out while the others work.
/// </summary>
internal sealed class Pace : IAsyncDisposable
{
    private readonly CancellationTokenSource end = new();
    private readonly ManualClock clock;
    private readonly Task going;

    public Pace(ManualClock clock)
    {
        this.clock = clock;
        clock.SkipsPauses = false;
        going = GoAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await going;
        end.Dispose();
    }

    private async Task GoAsync()
    {
        while (!end.IsCancellationRequested)
        {
            clock.Advance(TimeSpan.FromMilliseconds(200));
            await Task.Delay(TimeSpan.FromMilliseconds(10), end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
