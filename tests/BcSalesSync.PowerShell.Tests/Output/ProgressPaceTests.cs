using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Output;
using BcSalesSync.PowerShell.Tests.Doubles;

namespace BcSalesSync.PowerShell.Tests.Output;

public sealed class ProgressPaceTests
{
    private readonly ManualClock clock = new();

    [Fact]
    public void A_bar_moves_at_most_five_times_a_second()
    {
        var pace = new ProgressPace(clock);
        var shown = 0;
        for (var millisecond = 0; millisecond < 1000; millisecond += 10)
        {
            shown += pace.Admits(Bar(1)) ? 1 : 0;
            clock.Advance(TimeSpan.FromMilliseconds(10));
        }

        Assert.Equal(5, shown);
    }

    [Fact]
    public void Each_bar_has_its_own_pace()
    {
        var pace = new ProgressPace(clock);

        Assert.True(pace.Admits(Bar(1)));
        Assert.True(pace.Admits(Bar(2)));
        Assert.False(pace.Admits(Bar(1)));
    }

    [Fact]
    public void The_end_of_a_bar_is_always_shown()
    {
        var pace = new ProgressPace(clock);
        pace.Admits(Bar(1));

        Assert.True(pace.Admits(Bar(1) with { Completed = true }));
        Assert.Empty(pace.Open);
    }

    private static BcProgress Bar(int id) => new() { Id = id, Activity = "CUSTOMER", Status = "reading" };
}
