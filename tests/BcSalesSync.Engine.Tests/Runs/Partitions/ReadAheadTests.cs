using System.Runtime.CompilerServices;
using BcSalesSync.Engine.Runs.Passes.Partitions;

namespace BcSalesSync.Engine.Tests.Runs.Partitions;

/// <summary>Pages of a shared pass are read while others are handed out.</summary>
public sealed class ReadAheadTests
{
    private readonly List<int> read = [];
    private bool isEnded;

    [Fact]
    public async Task Each_page_is_read_before_the_one_before_it_is_worked_off_and_none_further()
    {
        var seen = new List<(int Page, int Read)>();

        await foreach (var page in ReadAhead.ByOne(PagesAsync(4), default))
            seen.Add((page, read.Count));

        Assert.Equal([(1, 2), (2, 3), (3, 4), (4, 4)], seen);
    }

    [Fact]
    public async Task Whoever_leaves_early_leaves_no_reading_behind()
    {
        await foreach (var page in ReadAhead.ByOne(PagesAsync(9, holdsAt: 2), default))
            break;

        Assert.True(isEnded);
        Assert.Equal([1, 2], read);
    }

    [Fact]
    public async Task A_page_that_cannot_be_read_fails_in_its_turn()
    {
        var seen = new List<int>();

        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var page in ReadAhead.ByOne(PagesAsync(3, failsAt: 2), default))
                seen.Add(page);
        });

        Assert.Equal([1], seen);
        Assert.True(isEnded);
    }

    private async IAsyncEnumerable<int> PagesAsync(
        int count, int? holdsAt = null, int? failsAt = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            for (var page = 1; page <= count; page++)
            {
                read.Add(page);
                if (page == holdsAt)
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                if (page == failsAt)
                    throw new InvalidOperationException("The page cannot be read.");
                yield return page;
            }
        }
        finally
        {
            isEnded = true;
        }
    }
}
