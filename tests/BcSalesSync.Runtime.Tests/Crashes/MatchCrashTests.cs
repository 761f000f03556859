using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Crashes;

/// <summary>Coupling by matching, with creating and synchronising afterwards, when the process dies in the midst of it.</summary>
public sealed class MatchCrashTests
{
    private static readonly FullSyncRequest Request = new() { Mappings = ["CUSTOMER"], Action = FullSyncAction.Couple };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_process_that_dies_at_any_write_loses_and_doubles_nothing(bool applied) => DieEverywhereAsync(DoomedStep.Write, applied, 3);

    [Fact]
    public Task A_process_that_dies_before_any_saving_loses_and_doubles_nothing() => DieEverywhereAsync(DoomedStep.Commit, false, 10);

    private static async Task DieEverywhereAsync(DoomedStep kind, bool applied, int atLeast)
    {
        await using var prepared = new MortalWorld("empty", copied: true);
        await PrepareAsync(prepared);
        var strike = 1;
        for (var died = true; died; strike++)
        {
            await using var world = prepared.Copy();
            died = !await world.LiveAsync(new Doom(kind, strike, applied), StartAsync);
            if (died)
                await world.LiveAsync(GoOnAsync);
            await world.LiveAsync(session => AssertDoneAsync(world.Desk, session, $"The process died at {kind} {strike}."));
        }

        Assert.InRange(strike, atLeast, 100);
    }

    private static async Task PrepareAsync(MortalWorld world)
    {
        await world.LiveAsync(async session =>
        {
            await session.InitializeAsync(new InitializeRequest(), SilentObserver.Instance, default).CountAsync();
            await session.SetTableMappingAsync(
                new TableMappingChange
                {
                    Name = "CUSTOMER", SyncAfterCoupling = true, CreateNewIfNoMatch = true,
                    UpdateConflict = UpdateConflictPolicy.SendToSales,
                },
                default);
        });
        await FieldRows.MatchByAsync(world.StatePath, "CUSTOMER", "phoneNumber");
        await world.Desk.BcAsync(
            "customers",
            [.. new[] { ("One", "1"), ("Two", "2"), ("Three", "3"), ("Fresh", "7"), ("Twin", "8") }
                .Select(customer => new { displayName = customer.Item1, phoneNumber = customer.Item2 })]);
        await world.Desk.SalesAsync(
            "accounts",
            [.. new[] { ("A", "1"), ("B", "2"), ("C", "3"), ("Twin A", "8"), ("Twin B", "8") }
                .Select(account => new { name = account.Item1, telephone1 = account.Item2, customertypecode = 3 })]);
    }

    private static async Task StartAsync(ISyncSession session)
    {
        await session.StartFullSyncAsync(Request, default);
        await session.WaitFullSyncAsync(SilentObserver.Instance, default);
    }

    private static async Task GoOnAsync(ISyncSession session)
    {
        try
        {
            await session.ResumeFullSyncAsync(null, default);
        }
        catch (SyncException nothing) when (nothing.Error.ErrorId is "BcSync.FullSync.Finished" or "BcSync.FullSync.NotStarted")
        {
            await session.StartFullSyncAsync(Request, default);
        }

        await session.WaitFullSyncAsync(SilentObserver.Instance, default);
    }

    private static async Task AssertDoneAsync(SandboxDesk desk, ISyncSession session, string circumstances)
    {
        var line = Assert.Single(await session.GetFullSyncAsync(null, default).ToListAsync());
        Assert.True(line is { Status: FullSyncStatus.Finished, Failed: 1 }, $"{circumstances} {line}");
        var accounts = (await desk.RowsAsync("sales", "accounts")).Select(row => (string)row["name"]!).Order(StringComparer.Ordinal);
        Assert.True("Fresh One Three Twin A Twin B Two" == string.Join(' ', accounts), $"{circumstances} {string.Join(' ', accounts)}");
        var couplings = await session.GetCouplingsAsync(new CouplingQuery { Mapping = "CUSTOMER" }, default).ToListAsync();
        Assert.True(
            couplings.Count == 4 && couplings.All(pair => pair.BcName == pair.SalesName && pair.LastSynchronized is not null),
            $"{circumstances} {string.Join(' ', couplings)}");
    }
}
