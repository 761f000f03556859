using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Convergence;

/// <summary>A few coupled customers and accounts, the people around them, and runs that follow.</summary>
internal sealed class LifeWorld(SyncWorld world)
{
    private const int Runs = 6;
    private static readonly string[] Reading = ["GET"];

    /// <summary>Records that were added or edited since the last rest.</summary>
    public HashSet<Guid> Touched { get; } = [];

    public static async Task<LifeWorld> OpenAsync(SyncWorld world, Life life)
    {
        await world.PrepareReferencesAsync();
        await world.FullSyncAsync(FullSyncAction.FullSync, "CUSTOMER");
        await world.ChangeAsync(new TableMappingChange
        {
            Name = "CUSTOMER",
            UpdateConflict = life.Update,
            ConflictScope = life.Scope,
            DeletionConflict = life.Deletion,
            SyncOnlyCoupled = life.OnlyCoupled,
        });
        await world.RunAsync("CUSTOMER");
        return new LifeWorld(world);
    }

    public Task<LifePicture> PictureAsync() => LifePicture.TakeAsync(world);

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
            await world.RunAsync("CUSTOMER");
        await world.Desk.ResetRequestsAsync();
        var last = await world.RunAsync("CUSTOMER");
        Assert.DoesNotContain(await world.Desk.RequestsAsync(), count => count.Set != "$batch" && !Reading.Contains(count.Method));
        return (await LostAsync().Where(value => !known.Contains(value.Id)).ToListAsync(), last);
    }

    private IAsyncEnumerable<BcOverwrittenValue> LostAsync() =>
        world.Session.GetOverwrittenValuesAsync(new OverwrittenValueQuery { Mapping = "CUSTOMER" }, default);

    private async Task DoAsync(LifeStep step, LifePicture now)
    {
        Guid[] customers = [.. now.Bc.Values.OrderBy(row => row["number"]!.ToString(), StringComparer.Ordinal).Select(row => row["id"]!.GetValue<Guid>())];
        var field = LifeField.All[step.Field];
        Guid[] accounts = [.. now.Sales.Keys.Order()];
        switch (step.Event)
        {
            case LifeEvent.EditBc when customers.Length > 0:
                await WriteAsync(SystemSide.BusinessCentral, Of(customers, step.First), field.Bc, field.Typed(step.Value));
                break;
            case LifeEvent.EditSales when accounts.Length > 0:
                await WriteAsync(SystemSide.Sales, Of(accounts, step.First), field.Sales, field.Typed(step.Value));
                break;
            case LifeEvent.AddBc:
                Touched.Add((await world.Desk.BcAsync("customers", new { displayName = step.Value }))[0]!["id"]!.GetValue<Guid>());
                break;
            case LifeEvent.AddSales:
                Touched.Add(await world.Desk.AddAsync("accounts", new { name = step.Value, customertypecode = 3 }));
                break;
            case LifeEvent.DeleteBc when customers.Length > 0:
                await world.Desk.DeleteAsync("bc", "customers", Of(customers, step.First));
                break;
            case LifeEvent.DeleteSales when accounts.Length > 0:
                await world.Desk.DeleteAsync("sales", "accounts", Of(accounts, step.First));
                break;
            case LifeEvent.Couple when customers.Length > 0 && accounts.Length > 0:
                // Those that are taken are refused.
                await world.CoupleAsync("CUSTOMER", new RecordSelector { BcId = Of(customers, step.First), SalesId = Of(accounts, step.Second) });
                break;
            case LifeEvent.Uncouple when now.Couplings.Count > 0:
                await world.UncoupleAsync(Of([.. now.Couplings.OrderBy(pair => pair.BcId)], step.First));
                break;
        }
    }

    private async Task WriteAsync(SystemSide side, Guid id, string column, object value)
    {
        Touched.Add(id);
        if (side is SystemSide.Sales)
            await world.Desk.SalesAsync("accounts", new Dictionary<string, object> { ["accountid"] = id, [column] = value });
        else
            await world.Desk.BcAsync("customers", new Dictionary<string, object> { ["id"] = id, [column] = value });
    }

    private static T Of<T>(IReadOnlyList<T> all, int place) => all[place % all.Count];
}
