using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Couplings;

public sealed class CouplingFileTests
{
    private const int Rows = 1000;

    [Fact]
    public async Task A_file_with_three_bad_rows_of_a_thousand_couples_the_others_and_names_row_and_field()
    {
        using var folder = new TemporaryFolder();
        await using var world = await SyncWorld.OpenAsync($"scale:{Rows}");
        var file = await CouplingFiles.WriteAsync(world, folder.File("couplings.csv"), Rows);
        await world.Desk.ResetRequestsAsync();

        var outcomes = await world.Session.ImportCouplingsAsync(file, world.Observer, default).ToListAsync();

        Assert.Equal(997, outcomes.Count(outcome => outcome is { Value: not null, Error: null, Unchanged: false }));
        AssertErrors(outcomes.Select(outcome => outcome.Error));
        Assert.Equal(997, (await world.CouplingsAsync("CUSTOMER")).Count);
        Assert.InRange((await world.Desk.RequestsAsync()).Sum(count => count.Requests), 1, 8);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_makes_no_duplicate()
    {
        using var folder = new TemporaryFolder();
        await using var world = await SyncWorld.OpenAsync($"scale:{Rows}");
        var file = await CouplingFiles.WriteAsync(world, folder.File("couplings.csv"), Rows);
        await world.Session.ImportCouplingsAsync(file, world.Observer, default).CountAsync();
        var before = await world.CouplingsAsync("CUSTOMER");
        await world.Desk.ResetRequestsAsync();

        var outcomes = await world.Session.ImportCouplingsAsync(file, world.Observer, default).ToListAsync();

        Assert.Equal(997, outcomes.Count(outcome => outcome is { Value: not null, Error: null, Unchanged: true }));
        AssertErrors(outcomes.Select(outcome => outcome.Error));
        Assert.Equal(before, await world.CouplingsAsync("CUSTOMER"));
        Assert.InRange((await world.Desk.RequestsAsync()).Sum(count => count.Requests), 1, 8);
    }

    [Fact]
    public async Task The_rows_of_the_file_as_requests_come_to_the_same()
    {
        await using var world = await SyncWorld.OpenAsync($"scale:{Rows}");
        var (read, requests) = await ReadAsync(world);

        var first = await world.Session.CoupleAsync(requests, world.Observer, default).ToListAsync();
        var second = await world.Session.CoupleAsync(requests, world.Observer, default).ToListAsync();

        Assert.Equal(997, first.Count(outcome => outcome is { Error: null, Unchanged: false }));
        Assert.Equal(997, second.Count(outcome => outcome is { Error: null, Unchanged: true }));
        AssertErrors(read.Select(row => row.Error).Concat(first.Select(outcome => outcome.Error)));
        Assert.Equal(997, (await world.CouplingsAsync("CUSTOMER")).Count);
        Assert.InRange((await world.Desk.RequestsAsync()).Sum(count => count.Requests), 1, 16);
    }

    [Fact]
    public async Task What_would_be_refused_is_told_beforehand_and_nothing_is_coupled_by_looking()
    {
        await using var world = await SyncWorld.OpenAsync($"scale:{Rows}");
        var (read, requests) = await ReadAsync(world);

        var looked = await world.Session.CheckCouplingsAsync(requests, default).ToListAsync();

        AssertErrors(read.Select(row => row.Error).Concat(looked.Select(outcome => outcome.Error)));
        Assert.Equal(requests.Where((_, index) => looked[index].Error is null), looked.Select(outcome => outcome.Value).OfType<CouplingRequest>());
        Assert.Empty(await world.CouplingsAsync("CUSTOMER"));
        Assert.Empty(await world.WritesAsync());
        await world.Session.CoupleAsync(requests, world.Observer, default).CountAsync();
        Assert.Equal(997, await world.Session.CheckCouplingsAsync(requests, default).CountAsync(outcome => outcome.Unchanged));
    }

    private static async Task<(List<Outcome<CouplingRequest>> Read, CouplingRequest[] Requests)> ReadAsync(SyncWorld world)
    {
        using var folder = new TemporaryFolder();
        var file = await CouplingFiles.WriteAsync(world, folder.File("couplings.csv"), Rows);
        var read = await world.Session.ReadCouplingFileAsync(file, default).ToListAsync();
        await world.Desk.ResetRequestsAsync();
        return (read, [.. read.Select(row => row.Value).OfType<CouplingRequest>()]);
    }

    private static void AssertErrors(IEnumerable<BcSyncError?> errors)
    {
        var messages = errors.OfType<BcSyncError>().Select(error => error.Message).ToArray();
        Assert.Equal(3, messages.Length);
        Assert.Single(messages, message => Names(message, CouplingFiles.UnknownNumberLine, "BcNo", "NOBODY"));
        Assert.Single(messages, message => Names(message, CouplingFiles.UnparsableIdLine, "SalesId", "not-an-id"));
        Assert.Single(messages, message => Names(message, CouplingFiles.TakenAccountLine, "SalesId", "C000001"));
    }

    private static bool Names(string message, int line, string field, string value) =>
        message.Contains($"couplings.csv line {line}", StringComparison.Ordinal)
        && message.Contains(field, StringComparison.Ordinal) && message.Contains(value, StringComparison.Ordinal);
}
