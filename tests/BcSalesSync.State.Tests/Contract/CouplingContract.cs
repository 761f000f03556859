using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.State.Tests.Contract;

public abstract class CouplingContract(IStateHome home) : StateContract(home)
{
    private const string Family = "customers|account";

    [Fact]
    public async Task A_coupling_comes_back_as_it_was_saved()
    {
        var values = new Dictionary<string, FieldValue>
        {
            ["displayName"] = FieldValue.Text("Müller \"& Söhne\" 😀"),
            ["creditLimit"] = FieldValue.Number(1234.5600m),
            ["blocked"] = FieldValue.Boolean(false),
            ["since"] = FieldValue.Date(new DateOnly(2026, 2, 28)),
            ["changed"] = FieldValue.Time(Now.AddTicks(1234567)),
            ["id"] = FieldValue.Id(Id(7)),
            ["owner"] = FieldValue.Reference("systemuser", Id(8)),
            ["fax"] = FieldValue.Empty,
        };
        var saved = Coupling(1) with
        {
            Bc = new SideState { Version = "v1", ModifiedAt = Now.AddTicks(7), Values = values },
            Sales = new SideState { Values = new Dictionary<string, FieldValue>() },
            ToSalesResult = SyncOutcome.Success,
            ToBusinessCentralResult = SyncOutcome.Failure,
            ToSalesJob = Id(3),
            ToBusinessCentralJob = Id(4),
            Skipped = true,
            Error = "The name is missing.",
            ErrorTime = Now.AddMinutes(3),
            LastSynchronized = Now,
        };

        await SaveAsync(saved);

        var read = Assert.Single(await AllAsync());
        Assert.Equal(values, read.Bc!.Values);
        Assert.Empty(read.Sales!.Values);
        Assert.Equal((saved.Bc.Version, saved.Bc.ModifiedAt), (read.Bc.Version, read.Bc.ModifiedAt));
        Assert.Equal((null, null), (read.Sales.Version, read.Sales.ModifiedAt));
        Assert.Equal(saved with { Bc = null, Sales = null }, Bare(read) with { Bc = null, Sales = null });
    }

    [Fact]
    public async Task A_row_that_is_taken_is_refused_with_its_owner_named_and_nothing_is_saved()
    {
        await SaveAsync(Coupling(1));

        var refused = await Assert.ThrowsAsync<CouplingClashException>(() => Store.CommitAsync(
            new StateChange
            {
                Couplings = [Coupling(2), Coupling(3, sales: 1)],
                Watermarks = [new Watermark("CUSTOMER", SyncDirection.ToSales, "later")],
                Now = Now,
            },
            None));

        Assert.Contains("C00001 Customer 1", refused.Message, StringComparison.Ordinal);
        Assert.Contains("C00003 Customer 3", refused.Message, StringComparison.Ordinal);
        Assert.Equal(Id(1), Assert.Single(await AllAsync()).BcId);
        Assert.Null(await Store.Pending.WatermarkAsync("CUSTOMER", SyncDirection.ToSales, None));
    }

    [Fact]
    public async Task Numbers_stream_in_the_order_of_their_bytes_on_every_database()
    {
        string[] numbers = ["A-2", "A1", "Z1", "_1", "\u00C41"];
        await SaveAsync([.. numbers.Reverse().Select((number, place) => Coupling(place) with { BcNo = number })]);

        Assert.Equal(numbers, (await ReadAsync("CUSTOMER", new CouplingCondition())).Select(coupling => coupling.BcNo));
    }

    [Fact]
    public async Task Two_records_in_one_change_cannot_share_a_row()
    {
        await Assert.ThrowsAsync<CouplingClashException>(() => SaveAsync(Coupling(1, sales: 5), Coupling(2, sales: 5)));

        Assert.Empty(await AllAsync());
    }

    [Fact]
    public async Task A_refused_change_leaves_the_store_usable()
    {
        await SaveAsync(Coupling(1));
        await Assert.ThrowsAsync<CouplingClashException>(() => SaveAsync(Coupling(2, sales: 1)));

        await SaveAsync(Coupling(2));

        Assert.Equal(2, (await AllAsync()).Count);
    }

    [Fact]
    public async Task The_same_row_may_be_coupled_once_in_each_family()
    {
        await SaveAsync(Coupling(1), Coupling(2, sales: 1, mapping: "VENDOR", family: "vendors|account"));

        Assert.Equal(2, (await AllAsync()).Count);
    }

    [Fact]
    public async Task A_record_that_moves_to_another_row_is_updated()
    {
        await SaveAsync(Coupling(1));

        await SaveAsync(await StoredAsync(1) with { SalesId = Coupling(9).SalesId });

        Assert.Equal(Coupling(1) with { SalesId = Coupling(9).SalesId }, Bare(Assert.Single(await AllAsync())));
        Assert.Empty(await Store.Couplings.FindBySalesIdAsync(Family, [Coupling(1).SalesId], None));
    }

    [Fact]
    public async Task Two_records_may_swap_their_rows_in_one_change()
    {
        await SaveAsync(Coupling(1), Coupling(2));

        await SaveAsync(
            await StoredAsync(1) with { SalesId = Coupling(2).SalesId }, await StoredAsync(2) with { SalesId = Coupling(1).SalesId });

        Assert.Equal([Coupling(2).SalesId, Coupling(1).SalesId], (await AllAsync()).Select(coupling => coupling.SalesId));
    }

    [Fact]
    public async Task A_coupling_cannot_become_that_of_two_other_records()
    {
        await SaveAsync(Coupling(1));
        var read = await StoredAsync(1);

        await ClashAsync(new StateChange { Couplings = [read with { BcId = Coupling(2).BcId, SalesId = Coupling(2).SalesId }], Now = Now });

        Assert.Equal(Coupling(1), Bare(Assert.Single(await AllAsync())));
    }

    [Fact]
    public async Task A_coupling_that_was_removed_meanwhile_does_not_come_back()
    {
        await SaveAsync(Coupling(1), Coupling(2));
        var read = await StoredAsync(1);
        await Store.CommitAsync(new StateChange { RemovedCouplings = [read], Now = Now }, None);

        var clash = await ClashAsync(new StateChange { Couplings = [read with { Skipped = true }, await StoredAsync(2)], Now = Now });

        Assert.Equal((read.BcId, 0), (clash.Coupling.BcId, clash.Standing.Count));
        Assert.Equal(Id(2), Assert.Single(await AllAsync()).BcId);
    }

    [Fact]
    public async Task A_coupling_that_was_changed_meanwhile_is_not_written_over()
    {
        await SaveAsync(Coupling(1));
        var (mine, theirs) = (await StoredAsync(1), await StoredAsync(1));
        await SaveAsync(theirs with { Error = "theirs" });

        var clash = await ClashAsync(new StateChange { Couplings = [mine with { Error = "mine" }], Now = Now });

        Assert.Equal(("mine", "theirs"), (clash.Coupling.Error, Assert.Single(clash.Standing).Error));
        Assert.Equal("theirs", (await StoredAsync(1)).Error);
    }

    [Fact]
    public async Task A_coupling_that_is_coupled_anew_is_not_taken_for_the_one_before()
    {
        await SaveAsync(Coupling(1));
        var read = await StoredAsync(1);
        await Store.CommitAsync(new StateChange { RemovedCouplings = [read], Now = Now }, None);
        await SaveAsync(Coupling(1));

        await ClashAsync(new StateChange { Couplings = [read with { Skipped = true }], Now = Now });

        Assert.False((await StoredAsync(1)).Skipped);
    }

    [Fact]
    public async Task Every_coupling_that_clashes_is_told_at_once()
    {
        await SaveAsync(Coupling(1), Coupling(2), Coupling(3));
        var gone = await StoredAsync(2);
        await Store.CommitAsync(new StateChange { RemovedCouplings = [gone], Now = Now }, None);

        var refused = await Assert.ThrowsAsync<CouplingClashException>(() => Store.CommitAsync(
            new StateChange { RemovedCouplings = [Coupling(4)], Couplings = [gone, Coupling(5, sales: 1), Coupling(6)], Now = Now }, None));

        Assert.Equal([Id(4), Id(2), Id(5)], refused.Clashes.Select(clash => clash.Coupling.BcId));
        Assert.Equal([0, 0, 1], refused.Clashes.Select(clash => clash.Standing.Count));
        Assert.Equal([Id(1), Id(3)], (await AllAsync()).Select(coupling => coupling.BcId));
    }

    [Fact]
    public async Task A_removed_coupling_makes_room_in_the_same_change()
    {
        await SaveAsync(Coupling(1));

        await Store.CommitAsync(new StateChange { RemovedCouplings = [Coupling(1)], Couplings = [Coupling(2, sales: 1)], Now = Now }, None);

        Assert.Equal(Id(2), Assert.Single(await AllAsync()).BcId);
    }

    [Fact]
    public async Task Removing_a_pair_spares_the_record_that_was_coupled_anew_meanwhile()
    {
        await SaveAsync(Coupling(1, sales: 9));

        var clash = await ClashAsync(new StateChange { RemovedCouplings = [Coupling(1)], Now = Now });

        Assert.Equal(Coupling(9).SalesId, Assert.Single(clash.Standing).SalesId);
        Assert.Single(await AllAsync());
    }

    [Fact]
    public async Task Removing_a_pair_does_not_ask_what_became_of_its_content()
    {
        await SaveAsync(Coupling(1));
        var read = await StoredAsync(1);
        await SaveAsync(read with { Skipped = true });

        await Store.CommitAsync(new StateChange { RemovedCouplings = [read], Now = Now }, None);

        Assert.Empty(await AllAsync());
    }

    [Fact]
    public async Task A_pair_that_is_removed_as_it_was_read_stands_once_it_was_changed()
    {
        await SaveAsync(Coupling(1), Coupling(2));
        var (read, other) = (await StoredAsync(1), await StoredAsync(2));
        await SaveAsync(read with { Skipped = true });

        var clash = await ClashAsync(new StateChange { RemovedAsRead = [read], Now = Now });
        await Store.CommitAsync(new StateChange { RemovedAsRead = [other], Now = Now }, None);

        Assert.Equal(read.BcId, clash.Coupling.BcId);
        Assert.Equal(read.BcId, Assert.Single(await AllAsync()).BcId);
    }

    [Fact]
    public async Task Thousands_of_ids_are_found_at_once()
    {
        await SaveAsync([.. Enumerable.Range(1, 2500).Select(number => Coupling(number))]);
        Guid[] asked = [.. Enumerable.Range(1, 5000).Select(Id), Id(1)];

        var byBc = await Store.Couplings.FindByBcIdAsync(Family, asked, None);
        var bySales = await Store.Couplings.FindBySalesIdAsync(Family, [.. byBc.Select(coupling => coupling.SalesId)], None);

        Assert.Equal(Enumerable.Range(1, 2500).Select(Id), byBc.Select(coupling => coupling.BcId).Order());
        Assert.Equal(byBc.Select(coupling => coupling.BcId).Order(), bySales.Select(coupling => coupling.BcId).Order());
        Assert.Empty(await Store.Couplings.FindByBcIdAsync("vendors|account", asked, None));
    }

    [Fact]
    public async Task Numbers_are_found_without_regard_to_case()
    {
        await SaveAsync(Coupling(1) with { BcNo = "KØB-1" }, Coupling(2) with { BcNo = "abc" }, Coupling(3) with { BcNo = null });

        var found = await Store.Couplings.FindByBcNoAsync(Family, ["køb-1", "ABC", "Abc", "", "none"], None);

        Assert.Equal([Id(1), Id(2)], found.Select(coupling => coupling.BcId).Order());
    }

    [Fact]
    public async Task Couplings_of_a_mapping_stream_in_the_order_of_their_numbers()
    {
        var numbers = Enumerable.Range(1, 1203).Reverse().ToArray();
        await SaveAsync([.. numbers.Select(number => Coupling(number)), Coupling(5000, mapping: "VENDOR", family: "vendors|account")]);

        var read = await ReadAsync("CUSTOMER", new CouplingCondition());

        Assert.Equal(numbers.Order().Select(Id), read.Select(coupling => coupling.BcId));
    }

    [Fact]
    public async Task All_couplings_stream_once_although_numbers_repeat()
    {
        var families = new[] { "A", "B", "C" };
        await SaveAsync([.. families.SelectMany(family => Enumerable.Range(1, 401)
            .Select(number => Coupling(number, mapping: family, family: family) with { BcNo = number % 2 == 0 ? "SAME" : null }))]);

        var read = await AllAsync();

        Assert.Equal(1203, read.Select(coupling => (coupling.Family, coupling.BcId)).Distinct().Count());
        Assert.Equal(1203, read.Count);
    }

    [Fact]
    public async Task Couplings_can_be_changed_while_they_are_streamed()
    {
        await SaveAsync([.. Enumerable.Range(1, 1200).Select(number => Coupling(number))]);
        var seen = 0;

        await foreach (var coupling in Store.Couplings.ReadAsync("CUSTOMER", new CouplingCondition(), None))
        {
            await SaveAsync(coupling with { Skipped = true });
            seen++;
        }

        Assert.Equal(1200, seen);
        Assert.Equal(1200, (await Store.Couplings.CountAsync("CUSTOMER", None)).Skipped);
    }

    [Fact]
    public async Task Conditions_narrow_what_is_read()
    {
        await SaveAsync(
            Coupling(1) with { Skipped = true },
            Coupling(2) with { ToSalesResult = SyncOutcome.Failure },
            Coupling(3) with { ToBusinessCentralResult = SyncOutcome.Failure, SalesName = "Größe AG" },
            Coupling(4) with { BcNo = null, SalesName = null });

        Assert.Equal([Id(1)], await IdsAsync(new CouplingCondition { Skipped = true }));
        Assert.Equal([Id(2), Id(3)], await IdsAsync(new CouplingCondition { Failed = true }));
        Assert.Empty(await IdsAsync(new CouplingCondition { Skipped = true, Failed = true }));
        Assert.Equal([Id(2)], await IdsAsync(new CouplingCondition { BcId = Id(2) }));
        Assert.Equal([Id(4)], await IdsAsync(new CouplingCondition { SalesId = Coupling(4).SalesId }));
        Assert.Equal([Id(1)], await IdsAsync(new CouplingCondition { BcNo = "c00001" }));
        Assert.Equal([Id(3)], await IdsAsync(new CouplingCondition { SalesName = "GRöße ag" }));
        Assert.Empty(await IdsAsync(new CouplingCondition { BcNo = string.Empty }));
    }

    [Fact]
    public async Task What_failed_last_comes_first_across_pages_and_mappings()
    {
        var skipped = Enumerable.Range(1, 1200)
            .Select(number => Coupling(number) with { Skipped = true, ErrorTime = number == 700 ? null : Now.AddSeconds(number / 2) }).ToArray();
        await SaveAsync([.. skipped, Coupling(2000) with { Mapping = "VENDOR", Family = "vendors|account", Skipped = true, ErrorTime = Now.AddDays(1) }]);

        var read = await ReadAsync(null, new CouplingCondition { Skipped = true, NewestFailureFirst = true });

        Assert.Equal("VENDOR", read[0].Mapping);
        Assert.Equal(1201, read.DistinctBy(coupling => coupling.BcId).Count());
        Assert.Equal(read.Select(coupling => coupling.ErrorTime).OrderByDescending(time => time), read.Select(coupling => coupling.ErrorTime));
        Assert.Equal(1200, (await ReadAsync("CUSTOMER", new CouplingCondition { NewestFailureFirst = true })).Count);
    }

    [Theory]
    [InlineData("c000?1", null, new[] { 1, 11 })]
    [InlineData("C0001*", null, new[] { 11, 12 })]
    [InlineData("*", null, new[] { 1, 11, 12 })]
    [InlineData(null, "*ß*", new[] { 12 })]
    [InlineData(null, "100%_?!*", new[] { 11 })]
    [InlineData(null, "1?0%", new int[0])]
    [InlineData(null, "why`?", new[] { 1 })]
    [InlineData("C0001?", "why*", new int[0])]
    public async Task Wildcards_stand_for_other_letters(string? number, string? name, int[] expected)
    {
        await SaveNamedAsync();

        var condition = new CouplingCondition { BcNo = number, SalesName = name, Wildcards = true };

        Assert.Equal(expected.Select(Id), await IdsAsync(condition));
    }

    [Fact]
    public async Task Wildcards_that_are_meant_as_they_stand_stand_for_themselves()
    {
        await SaveNamedAsync();

        Assert.Equal([Id(1)], await IdsAsync(new CouplingCondition { SalesName = "WHY?" }));
        Assert.Empty(await IdsAsync(new CouplingCondition { BcNo = "C*" }));
    }

    [Fact]
    public async Task Counts_tell_couplings_skipped_and_failed_records_apart()
    {
        await SaveAsync(
            Coupling(1),
            Coupling(2) with { Skipped = true, ToSalesResult = SyncOutcome.Failure },
            Coupling(3) with { ToSalesResult = SyncOutcome.Failure, ToBusinessCentralResult = SyncOutcome.Failure });
        var failed = FailureClass.Data;
        await SaveAsync(
            Pending(2, null) with { Class = failed, Parked = true },
            Pending(3, Now) with { Class = failed },
            Pending(3 + 1_000_000, Now, direction: SyncDirection.ToBusinessCentral) with { Class = failed },
            Pending(50, Now) with { Class = failed },
            Pending(51, null) with { Class = failed, Parked = true },
            Pending(52, Now));

        Assert.Equal(new MappingCounts(3, 1, 3), await Store.Couplings.CountAsync("CUSTOMER", None));
        Assert.Equal(new MappingCounts(0, 0, 0), await Store.Couplings.CountAsync("CONTACT", None));
    }

    private Task SaveNamedAsync() => SaveAsync(
        Coupling(1) with { SalesName = "Why?" },
        Coupling(11) with { SalesName = "100%_?!\\" },
        Coupling(12) with { SalesName = "Größe AG" },
        Coupling(13) with { BcNo = null, SalesName = null });

    private static CouplingState Bare(CouplingState read) => read with { Revision = 0 };

    private async Task<CouplingState> StoredAsync(int number) =>
        Assert.Single(await Store.Couplings.FindByBcIdAsync(Family, [Id(number)], None));

    private async Task<CouplingClash> ClashAsync(StateChange change) =>
        Assert.Single((await Assert.ThrowsAsync<CouplingClashException>(() => Store.CommitAsync(change, None))).Clashes);

    private async Task<IEnumerable<Guid>> IdsAsync(CouplingCondition condition) =>
        (await ReadAsync("CUSTOMER", condition)).Select(coupling => coupling.BcId);
}
