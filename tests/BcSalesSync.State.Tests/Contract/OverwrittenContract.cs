using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.State.Tests.Contract;

public abstract class OverwrittenContract(IStateHome home) : StateContract(home)
{
    [Fact]
    public async Task Values_that_were_written_over_are_numbered_and_come_newest_first()
    {
        await SaveAsync([.. Enumerable.Range(1, 1100).Select(Lost)]);

        var all = await LostAsync(new OverwrittenValueQuery());

        Assert.Equal(Enumerable.Range(1, 1100).Reverse().Select(number => (long)number), all.Select(value => value.Id));
        Assert.Equal(Lost(1) with { Id = 1 }, all[^1]);
        Assert.Equal([1100L, 1099], (await LostAsync(new OverwrittenValueQuery { Last = 2 })).Select(value => value.Id));
        Assert.Equal([1099L], (await LostAsync(new OverwrittenValueQuery { Mapping = "CUST*", Last = 1 })).Select(value => value.Id));
        Assert.Equal([8L], (await LostAsync(new OverwrittenValueQuery { JobId = Id(8) })).Select(value => value.Id));
    }

    [Fact]
    public async Task They_go_with_their_job()
    {
        var job = new BcSyncJob
        {
            Id = Id(1),
            RunId = Id(50),
            Type = SyncJobType.Synchronization,
            Mapping = "CUSTOMER",
            Direction = SyncDirection.ToSales,
            Started = Now,
            Finished = Now,
            Status = SyncJobStatus.Success,
        };
        await Store.CommitAsync(new StateChange { Jobs = [job, job with { Id = Id(2), Finished = Now.AddDays(2) }], Now = Now }, None);
        await SaveAsync(Lost(1), Lost(2));

        var cleared = await Store.ClearJobsAsync(new JobClearing(Now.AddDays(1)), None);

        Assert.Equal(1, cleared.OverwrittenValues);
        Assert.Equal([2L], (await LostAsync(new OverwrittenValueQuery())).Select(value => value.Id));
    }

    private static BcOverwrittenValue Lost(int number) => new()
    {
        Time = Now,
        Mapping = number % 2 == 0 ? "CONTACT" : "CUSTOMER",
        Direction = SyncDirection.ToBusinessCentral,
        BcId = Id(number),
        Field = "city",
        LostValue = "Ely",
        KeptValue = null,
        JobId = Id(number),
    };

    private Task SaveAsync(params BcOverwrittenValue[] values) => Store.CommitAsync(new StateChange { Overwritten = values, Now = Now }, None);

    private async Task<List<BcOverwrittenValue>> LostAsync(OverwrittenValueQuery query)
    {
        var values = new List<BcOverwrittenValue>();
        await foreach (var value in Store.Runs.OverwrittenAsync(query, None))
            values.Add(value);
        return values;
    }
}
