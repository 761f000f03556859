using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.State.Tests.Suites;

/// <summary>Finding and streaming couplings.</summary>
public abstract class CouplingReadSuite(IStateHome home) : StateSuite(home)
{
    private const int Many = 1201;

    public static TheoryData<string> Conditions => [.. ByName.Keys];

    private static Dictionary<string, (CouplingCondition Condition, Func<CouplingState, bool> Fits)> ByName => new()
    {
        ["all"] = (new(), _ => true),
        ["skipped"] = (new() { Skipped = true }, coupling => coupling.Skipped),
        ["failed"] = (new() { Failed = true }, Failed),
        ["skipped and failed"] = (new() { Skipped = true, Failed = true }, coupling => coupling.Skipped && Failed(coupling)),
        ["number"] = (new() { BcNo = "größe-7" }, coupling => coupling.BcNo == "Größe-7"),
        ["id in Business Central"] = (new() { BcId = Sample.Bc(40) }, coupling => coupling.BcId == Sample.Bc(40)),
        ["id in Sales"] = (new() { SalesId = Sample.Sales(41) }, coupling => coupling.SalesId == Sample.Sales(41)),
        ["name"] = (new() { SalesName = "ÉTÉ" }, coupling => coupling.SalesName == "Été"),
        ["name and trouble"] = (
            new() { SalesName = "été", Failed = true }, coupling => coupling.SalesName == "Été" && Failed(coupling)),
        ["no such id"] = (new() { BcId = Sample.Other(1) }, _ => false),
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public async Task Couplings_of_a_mapping_are_read_in_the_order_of_their_numbers(string name)
    {
        var all = await SaveManyAsync();
        var (condition, fits) = ByName[name];

        CouplingAssert.SamePairs(
            InOrder(all.Where(coupling => coupling.Mapping == "CUSTOMER" && fits(coupling))), await ReadAsync("CUSTOMER", condition));
    }

    [Theory]
    [MemberData(nameof(Conditions))]
    public async Task Couplings_of_all_mappings_are_read_in_the_order_of_their_numbers(string name)
    {
        var all = await SaveManyAsync();
        var (condition, fits) = ByName[name];

        CouplingAssert.SamePairs(InOrder(all.Where(fits)), await ReadAsync(null, condition));
    }

    [Fact]
    public async Task The_same_record_in_two_families_is_read_twice_wherever_a_page_ends()
    {
        var couplings = Enumerable.Range(1, 700)
            .SelectMany(i => new[] { Sample.Coupling(i), Sample.Coupling(i, "KEYACCOUNT", "customers|contact") })
            .Append(Sample.Coupling(0)).Select(coupling => coupling with { BcNo = null }).ToArray();
        await SaveAsync(couplings);

        CouplingAssert.SamePairs(InOrder(couplings), await ReadAsync(null));
    }

    [Fact]
    public async Task The_reader_may_save_while_it_reads()
    {
        await SaveAsync([.. Enumerable.Range(1, 1100).Select(i => Sample.Coupling(i) with { Skipped = true })]);
        var seen = 0;
        await foreach (var coupling in Store.Couplings.ReadAsync("CUSTOMER", new CouplingCondition { Skipped = true }, None))
        {
            seen++;
            if (seen % 100 == 0)
                await SaveAsync(coupling with { Skipped = false });
        }

        Assert.Equal(1100, seen);
        Assert.Equal(1089, (await ReadAsync("CUSTOMER", new CouplingCondition { Skipped = true })).Count);
    }

    [Fact]
    public async Task A_thousand_ids_or_numbers_are_looked_up_at_once()
    {
        var couplings = Enumerable.Range(1, 1000).Select(i => Sample.Coupling(i)).ToArray();
        await SaveAsync(couplings);
        var expected = couplings.Select(coupling => coupling.BcId).Order().ToArray();

        Assert.Equal(expected, Ids(await Store.Couplings.FindByBcIdAsync(Sample.Family, [.. couplings.Select(c => c.BcId)], None)));
        Assert.Equal(expected, Ids(await Store.Couplings.FindBySalesIdAsync(Sample.Family, [.. couplings.Select(c => c.SalesId)], None)));
        Assert.Equal(expected, Ids(await Store.Couplings.FindByBcNoAsync(Sample.Family, [.. couplings.Select(c => c.BcNo!)], None)));
    }

    [Fact]
    public async Task Numbers_are_found_without_regard_to_case()
    {
        await SaveAsync(Sample.Coupling(1) with { BcNo = "Größe 1" }, Sample.Coupling(2) with { BcNo = "c2" }, Sample.Coupling(3));

        Assert.Equal(
            [Sample.Bc(1), Sample.Bc(2)],
            Ids(await Store.Couplings.FindByBcNoAsync(Sample.Family, ["GRÖßE 1", "C2", "C2", "C0000", "C00003%"], None)));
    }

    [Fact]
    public async Task A_record_without_number_is_not_found_by_an_empty_number()
    {
        await SaveAsync(Sample.Coupling(1) with { BcNo = null });

        Assert.Empty(await Store.Couplings.FindByBcNoAsync(Sample.Family, [string.Empty], None));
        Assert.Empty(await ReadAsync("CUSTOMER", new CouplingCondition { BcNo = string.Empty }));
    }

    [Fact]
    public async Task Looking_up_nothing_finds_nothing()
    {
        await SaveAsync(Sample.Coupling(1));

        Assert.Empty(await Store.Couplings.FindByBcIdAsync(Sample.Family, [], None));
        Assert.Empty(await Store.Couplings.FindBySalesIdAsync(Sample.Family, [], None));
        Assert.Empty(await Store.Couplings.FindByBcNoAsync(Sample.Family, [], None));
    }

    [Fact]
    public async Task Reading_ends_when_it_is_cancelled_within_a_page()
    {
        await SaveAsync([.. Enumerable.Range(1, 20).Select(i => Sample.Coupling(i))]);
        using var cancellation = new CancellationTokenSource();
        var seen = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var coupling in Store.Couplings.ReadAsync("CUSTOMER", new CouplingCondition(), cancellation.Token))
            {
                seen++;
                await cancellation.CancelAsync();
            }
        });
        Assert.Equal(1, seen);
    }

    private async Task<CouplingState[]> SaveManyAsync()
    {
        var customers = Enumerable.Range(1, Many).Select(i => Sample.Coupling(i) with
        {
            BcNo = i % 3 == 0 ? null : i % 100 == 7 ? "Größe-7" : i % 2 == 0 ? $"c{Many - i:00000}" : $"C{Many - i:00000}",
            SalesName = i % 5 == 0 ? "Été" : $"Account {i}",
            Skipped = i % 2 == 0,
            ToSalesResult = i % 7 == 0 ? SyncOutcome.Success : SyncOutcome.Failure,
            ToBusinessCentralResult = i % 11 == 0 ? SyncOutcome.Failure : SyncOutcome.None,
        });
        var vendors = Enumerable.Range(1, 60).Select(i => Sample.Coupling(i, "VENDOR", "vendors|account") with
        {
            SalesName = "Été",
            Skipped = i % 2 == 1,
            ToSalesResult = SyncOutcome.Failure,
        });
        CouplingState[] all = [.. customers, .. vendors];
        await SaveAsync(all);
        return all;
    }

    private static bool Failed(CouplingState coupling) =>
        coupling.ToSalesResult is SyncOutcome.Failure || coupling.ToBusinessCentralResult is SyncOutcome.Failure;

    private static IEnumerable<CouplingState> InOrder(IEnumerable<CouplingState> couplings) => couplings
        .OrderBy(coupling => coupling.BcNo?.ToUpperInvariant() ?? string.Empty, StringComparer.Ordinal)
        .ThenBy(coupling => coupling.BcId.ToString("D"), StringComparer.Ordinal)
        .ThenBy(coupling => coupling.Family, StringComparer.Ordinal);

    private static Guid[] Ids(IEnumerable<CouplingState> couplings) => [.. couplings.Select(coupling => coupling.BcId).Order()];
}
