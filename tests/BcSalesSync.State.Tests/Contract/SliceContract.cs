using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.State.Tests.Contract;

/// <summary>Slices of passes that several workers share.</summary>
public abstract class SliceContract(IStateHome home) : StateContract(home)
{
    private const string Mapping = "CUSTOMER";

    [Fact]
    public async Task A_partition_gets_its_slices_in_their_order_until_they_are_settled()
    {
        await HandOutAsync(Slice(1, partition: 0), Slice(2, partition: 1), Slice(3, partition: 0));

        Assert.Equal(Slice(1, partition: 0), await NextAsync(partition: 0));
        await SettleAsync(1);
        Assert.Equal(Slice(3, partition: 0), await NextAsync(partition: 0));
        await SettleAsync(3);
        Assert.Null(await NextAsync(partition: 0));
        Assert.Equal(Slice(2, partition: 1), await NextAsync(partition: 1));
    }

    [Fact]
    public async Task Partitions_that_have_work_are_told_with_whoever_has_them_the_one_that_waits_longest_first()
    {
        var tenure = (await Store.ClaimAsync("mapping:CUSTOMER", "leader", Term, None)).Fence.Token;
        await HandOutAsync(Slice(1, 2, tenure), Slice(2, 0, tenure), Slice(3, 1, tenure), Slice(4, 2, tenure));
        await SettleAsync(1, tenure);
        await Store.ClaimAsync("partition:CUSTOMER:1", "one", Term, None);
        await Store.ClaimAsync("partition:CUSTOMER:2", "two", Term / 2, None);
        await Home.PassAsync(Term / 2);

        var open = await Store.Slices.OpenAsync(None);

        Assert.Equal([new OpenPartition(Mapping, tenure, 0, null), new OpenPartition(Mapping, tenure, 1, "one"), new OpenPartition(Mapping, tenure, 2, null)], open);
    }

    [Fact]
    public async Task Partitions_of_all_mappings_are_told_but_of_claims_that_changed_hands()
    {
        var customers = await Store.ClaimAsync("mapping:CUSTOMER", "leader", Term, None);
        var items = await Store.ClaimAsync("mapping:ITEM-PRODUCT", "leader", Term, None);
        await HandOutAsync(
            Slice(1, tenure: customers.Fence.Token),
            new PassSlice(new SliceKey("ITEM-PRODUCT", items.Fence.Token, 2), 5, "content"),
            new PassSlice(new SliceKey("CONTACT", items.Fence.Token, 3), 5, "of a mapping that nobody has"));

        Assert.Equal(
            [new OpenPartition(Mapping, customers.Fence.Token, 0, null), new OpenPartition("ITEM-PRODUCT", items.Fence.Token, 5, null)],
            await Store.Slices.OpenAsync(None));

        await Home.PassAsync(Term);
        await Store.ClaimAsync("mapping:CUSTOMER", "another", Term, None);

        Assert.Equal([new OpenPartition("ITEM-PRODUCT", items.Fence.Token, 5, null)], await Store.Slices.OpenAsync(None));
    }

    [Fact]
    public async Task Settled_slices_are_read_in_their_order_with_their_outcomes()
    {
        await HandOutAsync(Slice(1), Slice(2), Slice(3));
        await SettleAsync(3);
        await SettleAsync(1);

        Assert.Equal([new SettledSlice(Key(1), "done 1"), new SettledSlice(Key(3), "done 3")], await SettledAsync());
    }

    [Fact]
    public async Task What_is_saved_with_a_slice_that_is_settled_already_is_refused_as_a_whole()
    {
        await HandOutAsync(Slice(1));
        await SettleAsync(1);

        var change = new StateChange { SettledSlices = [new SettledSlice(Key(1), "again")], Couplings = [Coupling(7)], Now = Now };
        await Assert.ThrowsAsync<ClaimLostException>(() => Store.CommitAsync(change, None));

        Assert.Empty(await ReadAsync(Mapping, new CouplingCondition()));
        Assert.Equal("done 1", Assert.Single(await SettledAsync()).Outcome);
    }

    [Fact]
    public async Task A_slice_of_a_claim_that_changed_hands_cannot_be_settled()
    {
        var first = await Store.ClaimAsync("mapping:CUSTOMER", "one", Term, None);
        await HandOutAsync(Slice(1, tenure: first.Fence.Token));
        await Home.PassAsync(Term);
        var second = await Store.ClaimAsync("mapping:CUSTOMER", "two", Term, None);

        var change = new StateChange
        {
            SettledSlices = [new SettledSlice(Key(1, first.Fence.Token), "late")],
            Fences = [first.Fence],
            Now = Now,
        };

        Assert.NotEqual(first.Fence.Token, second.Fence.Token);
        await Assert.ThrowsAsync<ClaimLostException>(() => Store.CommitAsync(change, None));
    }

    [Fact]
    public async Task Dropping_takes_slices_up_to_a_number_and_all_of_earlier_claims()
    {
        await HandOutAsync(Slice(1, tenure: 4), Slice(9, tenure: 4), Slice(1), Slice(2), Slice(3));

        await Store.CommitAsync(new StateChange { DroppedSlices = [Key(2)], Now = Now }, None);

        Assert.Null(await Store.Slices.NextAsync(Mapping, 4, 0, None));
        Assert.Equal(3, (await NextAsync(partition: 0))!.Key.Number);
    }

    [Fact]
    public async Task A_slice_is_settled_by_one_of_many_who_did_it()
    {
        await HandOutAsync(Slice(1));

        var settled = await Task.WhenAll(Enumerable.Range(1, 8).Select(async number =>
        {
            try
            {
                await Store.CommitAsync(
                    new StateChange { SettledSlices = [new SettledSlice(Key(1), "done")], Couplings = [Coupling(number)], Now = Now }, None);
                return true;
            }
            catch (ClaimLostException)
            {
                return false;
            }
        }));

        Assert.Single(settled, done => done);
        Assert.Single(await ReadAsync(Mapping, new CouplingCondition()));
    }

    private static SliceKey Key(int number, long tenure = 5) => new(Mapping, tenure, number);

    private static PassSlice Slice(int number, int partition = 0, long tenure = 5) => new(Key(number, tenure), partition, $"content {number}");

    private Task HandOutAsync(params PassSlice[] slices) => Store.CommitAsync(new StateChange { Slices = slices, Now = Now }, None);

    private Task SettleAsync(int number, long tenure = 5) =>
        Store.CommitAsync(new StateChange { SettledSlices = [new SettledSlice(Key(number, tenure), $"done {number}")], Now = Now }, None);

    private Task<PassSlice?> NextAsync(int partition) => Store.Slices.NextAsync(Mapping, 5, partition, None);

    private Task<IReadOnlyList<SettledSlice>> SettledAsync() => Store.Slices.SettledAsync(Mapping, 5, None);
}
