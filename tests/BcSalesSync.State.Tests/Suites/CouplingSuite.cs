using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.State.Tests.Suites;

/// <summary>Saving, replacing and removing couplings.</summary>
public abstract class CouplingSuite(IStateHome home) : StateSuite(home)
{
    [Fact]
    public async Task A_coupling_comes_back_with_every_member_and_every_kind_of_value()
    {
        var coupling = Sample.FullCoupling(1);
        await SaveAsync(coupling);

        CouplingAssert.Same(coupling, Assert.Single(await ReadAsync("CUSTOMER")));
    }

    [Fact]
    public async Task A_coupling_that_was_never_synchronised_comes_back_without_sides()
    {
        var coupling = Sample.Coupling(1) with { BcNo = null };
        await SaveAsync(coupling);

        CouplingAssert.Same(coupling, Assert.Single(await ReadAsync("CUSTOMER")));
    }

    [Fact]
    public async Task A_side_without_version_and_values_is_still_a_side()
    {
        var coupling = Sample.Coupling(1) with { Sales = new SideState { Values = new Dictionary<string, FieldValue>() } };
        await SaveAsync(coupling);

        CouplingAssert.Same(coupling, Assert.Single(await ReadAsync("CUSTOMER")));
    }

    [Fact]
    public async Task Saving_a_coupling_again_replaces_every_member()
    {
        await SaveAsync(Sample.FullCoupling(1));
        var bare = Sample.Coupling(1) with { BcNo = "D1", SalesName = "Fabrikam" };
        await SaveAsync(bare);

        CouplingAssert.Same(bare, Assert.Single(await ReadAsync("CUSTOMER")));
        Assert.Empty(await Store.Couplings.FindByBcNoAsync(Sample.Family, ["C00001"], None));
        Assert.Single(await ReadAsync("CUSTOMER", new CouplingCondition { SalesName = "fabrikam" }));
    }

    [Fact]
    public async Task A_coupling_is_pointed_at_another_row()
    {
        await SaveAsync(Sample.Coupling(1));
        await SaveAsync(Sample.Coupling(1) with { SalesId = Sample.Sales(9) });

        Assert.Equal(Sample.Sales(9), Assert.Single(await ReadAsync("CUSTOMER")).SalesId);
        Assert.Empty(await Store.Couplings.FindBySalesIdAsync(Sample.Family, [Sample.Sales(1)], None));
    }

    [Fact]
    public async Task A_coupling_is_pointed_at_another_record_by_removing_it_in_the_same_change()
    {
        await SaveAsync(Sample.Coupling(1));
        var moved = Sample.Coupling(1) with { BcId = Sample.Bc(9) };
        await SaveAsync(new StateChange { RemovedCouplings = [Sample.Coupling(1)], Couplings = [moved], Now = Sample.Now });

        CouplingAssert.Same(moved, Assert.Single(await ReadAsync("CUSTOMER")));
    }

    [Fact]
    public async Task Two_couplings_exchange_their_rows_by_removing_them_in_the_same_change()
    {
        await SaveAsync(Sample.Coupling(1), Sample.Coupling(2));
        CouplingState[] crossed = [Sample.Coupling(1) with { SalesId = Sample.Sales(2) }, Sample.Coupling(2) with { SalesId = Sample.Sales(1) }];
        await SaveAsync(new StateChange { RemovedCouplings = [Sample.Coupling(1), Sample.Coupling(2)], Couplings = crossed, Now = Sample.Now });

        CouplingAssert.SamePairs(crossed, await ReadAsync("CUSTOMER"));
    }

    [Fact]
    public async Task A_row_that_is_taken_is_refused_and_nothing_is_saved()
    {
        await SaveAsync(Sample.Coupling(1));
        var change = new StateChange
        {
            Couplings = [Sample.Coupling(2), Sample.Coupling(3) with { SalesId = Sample.Sales(1) }],
            Settings = new Dictionary<string, string> { ["a"] = "1" },
            Now = Sample.Now,
        };

        await Assert.ThrowsAsync<CouplingTakenException>(() => SaveAsync(change));
        CouplingAssert.SamePairs([Sample.Coupling(1)], await ReadAsync(null));
        Assert.Null(await Store.GetSettingAsync("a", None));
    }

    [Fact]
    public async Task A_row_that_is_taken_is_refused_for_another_mapping_of_the_family()
    {
        await SaveAsync(Sample.Coupling(1));

        await Assert.ThrowsAsync<CouplingTakenException>(
            () => SaveAsync(Sample.Coupling(2, "KEYACCOUNT") with { SalesId = Sample.Sales(1) }));
    }

    [Fact]
    public async Task Pointing_a_coupling_at_a_row_that_is_taken_is_refused()
    {
        await SaveAsync(Sample.Coupling(1), Sample.Coupling(2));

        await Assert.ThrowsAsync<CouplingTakenException>(() => SaveAsync(Sample.Coupling(2) with { SalesId = Sample.Sales(1) }));
        CouplingAssert.SamePairs([Sample.Coupling(1), Sample.Coupling(2)], await ReadAsync(null));
    }

    [Fact]
    public async Task The_store_works_on_after_a_refusal()
    {
        await SaveAsync(Sample.Coupling(1));
        await Assert.ThrowsAsync<CouplingTakenException>(() => SaveAsync(Sample.Coupling(2) with { SalesId = Sample.Sales(1) }));
        await SaveAsync(Sample.Coupling(2));

        CouplingAssert.SamePairs([Sample.Coupling(1), Sample.Coupling(2)], await ReadAsync(null));
    }

    [Fact]
    public async Task Families_do_not_stand_in_each_others_way()
    {
        await SaveAsync(Sample.Coupling(1), Sample.Coupling(1, "VENDOR", "vendors|account"));

        Assert.Single(await Store.Couplings.FindByBcIdAsync(Sample.Family, [Sample.Bc(1)], None));
        Assert.Equal("VENDOR", Assert.Single(await Store.Couplings.FindBySalesIdAsync("vendors|account", [Sample.Sales(1)], None)).Mapping);
    }

    [Fact]
    public async Task A_removed_coupling_is_gone_and_its_records_are_free()
    {
        await SaveAsync(Sample.Coupling(1), Sample.Coupling(2));
        await SaveAsync(new StateChange { RemovedCouplings = [Sample.Coupling(1)], Now = Sample.Now });
        CouplingAssert.SamePairs([Sample.Coupling(2)], await ReadAsync(null));

        await SaveAsync(Sample.Coupling(3) with { SalesId = Sample.Sales(1) });
        await SaveAsync(Sample.Coupling(1) with { SalesId = Sample.Sales(3) });
        Assert.Equal(3, (await ReadAsync(null)).Count);
    }

    [Fact]
    public async Task Removing_a_pair_that_was_parted_meanwhile_leaves_the_new_pair()
    {
        var moved = Sample.Coupling(1) with { SalesId = Sample.Sales(9) };
        await SaveAsync(moved);
        await SaveAsync(new StateChange { RemovedCouplings = [Sample.Coupling(1)], Now = Sample.Now });

        CouplingAssert.SamePairs([moved], await ReadAsync(null));
    }

    [Fact]
    public async Task Counts_tell_couplings_skipped_ones_and_troubles_of_one_mapping()
    {
        await SaveAsync(
            Sample.Coupling(1) with { ToSalesResult = SyncOutcome.Success },
            Sample.Coupling(2) with { ToSalesResult = SyncOutcome.Failure, ToBusinessCentralResult = SyncOutcome.Failure },
            Sample.Coupling(3) with { ToBusinessCentralResult = SyncOutcome.Failure },
            Sample.Coupling(4) with { ToSalesResult = SyncOutcome.Failure, Skipped = true },
            Sample.Coupling(5, "VENDOR", "vendors|account") with { ToSalesResult = SyncOutcome.Failure });
        await SaveAsync(
            Sample.Pending(2) with { Class = FailureClass.Data },
            Sample.Pending(3, SyncDirection.ToBusinessCentral) with { Class = FailureClass.Data },
            Sample.Pending(4) with { Class = FailureClass.Data, Parked = true, NextTry = null },
            Sample.Pending(6) with { Class = FailureClass.Transient },
            Sample.Pending(7, SyncDirection.ToBusinessCentral) with { Class = FailureClass.Data, Parked = true, NextTry = null },
            Sample.Pending(8));

        Assert.Equal(new MappingCounts(4, 1, 4), await Store.Couplings.CountAsync("CUSTOMER", None));
        Assert.Equal(new MappingCounts(0, 0, 0), await Store.Couplings.CountAsync("ITEM", None));
    }
}
