using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Faults;

/// <summary>
/// Whatever faults come, in whatever order, while records are created and changed: repeated runs come to rest, every record is there once,
/// and what was changed has arrived.
/// </summary>
public sealed class StormPropertyTests
{
    private const int Records = 9;
    private const int MostRuns = 30;

    public static TheoryData<bool, int, int> Storms
    {
        get
        {
            var storms = new TheoryData<bool, int, int>();
            for (var seed = 1; seed <= 8; seed++)
            {
                storms.Add(true, 2, seed);
                storms.Add(false, 2, seed);
                storms.Add(false, 0, seed);
            }

            return storms;
        }
    }

    [Theory]
    [MemberData(nameof(Storms))]
    public async Task Runs_come_to_rest_with_one_effect_for_each_intended_write(bool towardsSales, int tier, int seed)
    {
        foreach (var storm in Storm.Sample(seed, 3))
        {
            await using var world = await SyncWorld.OpenAsync(tier: tier);
            await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", SyncOnlyCoupled = false });
            var story = $"{(towardsSales ? "towards Sales" : "towards Business Central")}, tier {tier}, seed {seed}\n{storm}";

            await AddAsync(world, towardsSales);
            await WeatherAsync(world, storm);
            await RestAsync(world, story);
            await AssertOnceAsync(world, "Ely", story);

            await MoveAsync(world, towardsSales);
            await WeatherAsync(world, storm);
            await RestAsync(world, story);
            await AssertOnceAsync(world, "Bremen", story);
        }
    }

    private static async Task AddAsync(SyncWorld world, bool towardsSales)
    {
        var numbers = Enumerable.Range(1, Records);
        await (towardsSales
            ? world.Desk.BcAsync("customers", [.. numbers.Select(i => new { displayName = $"Record {i}", city = "Ely" })])
            : world.Desk.SalesAsync("accounts", [.. numbers.Select(i => new { name = $"Record {i}", customertypecode = 3, address1_city = "Ely" })]));
    }

    private static async Task MoveAsync(SyncWorld world, bool towardsSales)
    {
        if (towardsSales)
        {
            var rows = await world.Desk.RowsAsync("bc", "customers");
            await world.Desk.BcAsync("customers", [.. rows.Select(row => new { id = (Guid)row["id"]!, city = "Bremen" })]);
        }
        else
        {
            var rows = await world.Desk.RowsAsync("sales", "accounts");
            await world.Desk.SalesAsync("accounts", [.. rows.Select(row => new { accountid = (Guid)row["accountid"]!, address1_city = "Bremen" })]);
        }
    }

    private static async Task WeatherAsync(SyncWorld world, Storm storm)
    {
        foreach (var fault in storm.Faults)
            await world.Desk.FaultAsync(fault);
    }

    // Runs as a schedule would, each some hours after the other; records that failed twice in the same way are resumed, as an admin does.
    private static async Task RestAsync(SyncWorld world, string story)
    {
        var calm = 0;
        for (var run = 1; calm < 2; run++)
        {
            Assert.True(run <= MostRuns, $"No rest after {MostRuns} runs: {story}");
            if (run == MostRuns / 2)
                await world.Desk.ClearFaultsAsync();
            world.Clock.Advance(TimeSpan.FromHours(2));
            try
            {
                calm = (await world.RunAsync("CUSTOMER")).Count == 0 ? calm + 1 : 0;
            }
            catch (SyncException)
            {
                calm = 0;
            }

            if (calm == 2 && await ResumeAsync(world) > 0)
                calm = 0;
        }

        await world.Desk.ClearFaultsAsync();
    }

    private static async Task<int> ResumeAsync(SyncWorld world) =>
        (await world.Session.ResumeRecordsAsync(new CouplingQuery { Mapping = "CUSTOMER" }, default).ToListAsync()).Count;

    private static async Task AssertOnceAsync(SyncWorld world, string city, string story)
    {
        var expected = Enumerable.Range(1, Records).Select(i => $"Record {i} in {city}").ToList();
        foreach (var (system, set, name, place) in new[] { ("bc", "customers", "displayName", "city"), ("sales", "accounts", "name", "address1_city") })
        {
            var found = (await world.Desk.RowsAsync(system, set)).Select(row => $"{row[name]} in {row[place]}").Order(StringComparer.Ordinal);
            Assert.True(expected.SequenceEqual(found), $"{system} holds {string.Join(", ", found)}: {story}");
        }

        var couplings = await world.Session.GetCouplingsAsync(new CouplingQuery { Mapping = "CUSTOMER" }, default).ToListAsync();
        Assert.True(couplings.Count == Records && couplings.TrueForAll(coupling => !coupling.Skipped), $"{couplings.Count} couplings: {story}");
    }
}
