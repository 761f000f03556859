using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.EveryMapping;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Convergence;

/// <summary>A few pairs of a mapping, the people around them, and runs that follow.</summary>
internal sealed class LifeWorld(SyncWorld world, LifeMapping mapping, LifeLinks links) : IAsyncDisposable
{
    private const int Runs = 6;
    private static readonly string[] Reading = ["GET"];

    /// <summary>Records that were added or edited since the last rest.</summary>
    public HashSet<Guid> Touched { get; } = [];

    /// <summary>What was done, whoever may have refused it.</summary>
    public int Done { get; private set; }

    public static async Task<LifeWorld> OpenAsync(LifeMapping mapping, Life life)
    {
        var world = await mapping.OpenAsync();
        await world.ChangeAsync(new TableMappingChange
        {
            Name = mapping.Name,
            UpdateConflict = mapping.IsOneWay ? null : life.Update,
            ConflictScope = mapping.IsOneWay ? null : life.Scope,
            DeletionConflict = life.Deletion,
            SyncOnlyCoupled = life.OnlyCoupled,
        });
        var people = new LifeWorld(world, mapping, await mapping.LinksAsync(world));
        await people.RunAsync();
        return people;
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    public Task<LifePicture> PictureAsync() => LifePicture.TakeAsync(world, mapping, links);

    /// <summary>People live through a day, each step a while after the one before.</summary>
    public async Task LiveAsync(IEnumerable<LifeStep> day)
    {
        Touched.Clear();
        foreach (var step in day)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(10));
            await DoAsync(step, await PictureAsync());
        }
    }

    /// <summary>Runs until nothing is left to do; the values that were written over on the way, and the results of the last run.</summary>
    public async Task<(IReadOnlyList<BcOverwrittenValue> Lost, IReadOnlyList<BcSyncResult> Last)> RestAsync()
    {
        var known = await LostAsync().Select(value => value.Id).ToHashSetAsync();
        for (var run = 1; run <= Runs; run++)
            await RunAsync();
        await world.Desk.ResetRequestsAsync();
        var last = await RunAsync();
        var writes = (await world.Desk.RequestsAsync()).Where(count => count.Set != "$batch" && !Reading.Contains(count.Method)).ToArray();
        Assert.True(writes.Length == 0, string.Join('\n', writes.Cast<object>().Concat(last)));
        return (await LostAsync().Where(value => !known.Contains(value.Id)).ToListAsync(), last);
    }

    private async Task<List<BcSyncResult>> RunAsync()
    {
        var results = new List<BcSyncResult>();
        foreach (var run in mapping.Runs)
            results.AddRange(await world.RunAsync(run));
        return results;
    }

    private IAsyncEnumerable<BcOverwrittenValue> LostAsync() =>
        world.Session.GetOverwrittenValuesAsync(new OverwrittenValueQuery { Mapping = mapping.Name }, default);

    private async Task DoAsync(LifeStep step, LifePicture now)
    {
        Guid[] records = [.. now.Bc.Keys.Order()];
        Guid[] rows = [.. now.Sales.Keys.Order()];
        switch (step.Event)
        {
            case LifeEvent.EditBc when records.Length > 0:
                await EditAsync(SystemSide.BusinessCentral, Of(records, step.First), step);
                break;
            case LifeEvent.EditSales when rows.Length > 0:
                await EditAsync(SystemSide.Sales, Of(rows, step.First), step);
                break;
            case LifeEvent.AddBc when await mapping.NewInBc(new LifeMoment(world, now, step)) is { } row:
                Touched.Add(row as Guid? ?? (await world.Desk.BcAsync(mapping.Sample.BcSet, row))[0]!["id"]!.GetValue<Guid>());
                break;
            case LifeEvent.AddSales when mapping.NewInSales is { } add && await add(new LifeMoment(world, now, step)) is { } row:
                Touched.Add(row as Guid? ?? await world.Desk.AddAsync(mapping.Sample.SalesSet, row));
                break;
            case LifeEvent.DeleteBc when records.Length > 0:
                await world.TryDeleteAsync(mapping.Sample, SystemSide.BusinessCentral, Of(records, step.First));
                break;
            case LifeEvent.DeleteSales when rows.Length > 0:
                await world.TryDeleteAsync(mapping.Sample, SystemSide.Sales, Of(rows, step.First));
                break;
            case LifeEvent.Couple when records.Length > 0 && rows.Length > 0 && mapping.Fits(now.Bc[Of(records, step.First)], now.Sales[Of(rows, step.Second)]):
                // Those that are taken are refused.
                await world.CoupleAsync(mapping.Name, new RecordSelector { BcId = Of(records, step.First), SalesId = Of(rows, step.Second) });
                break;
            case LifeEvent.Uncouple when now.Couplings.Count > 0:
                await world.UncoupleAsync(Of([.. now.Couplings.OrderBy(pair => pair.BcId)], step.First));
                break;
            default:
                return;
        }

        Done++;
    }

    private Task EditAsync(SystemSide side, Guid id, LifeStep step)
    {
        Touched.Add(id);
        var field = Of(mapping.Fields, step.Field);
        return side is SystemSide.Sales
            ? world.EditAsync(mapping.Sample, side, id, field.Sales, field.TypedInSales(step.Value, id, links))
            : world.EditAsync(mapping.Sample, side, id, field.Bc, field.TypedInBc(step.Value, id, links));
    }

    private static T Of<T>(IReadOnlyList<T> all, int place) => all[place % all.Count];
}
