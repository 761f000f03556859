using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Children;

/// <summary>Records that belong to others, shown with contacts made the children of their customers.</summary>
public sealed class ChildMappingTests
{
    [Fact]
    public async Task A_parent_that_is_created_takes_its_children_along_in_a_job_of_their_own()
    {
        await using var family = await OpenAsync();

        var customer = await family.World.CreateInSalesAsync("CUSTOMER", "C10000");

        var contacts = (await family.World.Desk.RowsAsync("sales", "contacts"))
            .Where(row => row["_parentcustomerid_value"]?.GetValue<Guid>() == customer.SalesId).ToList();
        var job = await family.World.LastJobAsync("CONTACT", SyncDirection.ToSales);
        Assert.True(contacts.Count > 1);
        Assert.Equal((contacts.Count, 0), (job.Inserted, job.Failed));
        Assert.NotEqual((await family.World.LastJobAsync("CUSTOMER", SyncDirection.ToSales)).Id, job.Id);
    }

    [Fact]
    public async Task A_parent_that_is_synchronised_now_takes_its_changed_children_along()
    {
        await using var family = await OpenAsync();
        await family.World.CreateInSalesAsync("CUSTOMER", "C10000");
        var contact = await family.World.CreateInSalesAsync("CONTACT", "CT000201");
        await contact.EditBcAsync(("surname", "Newname"));

        var results = await family.World.SyncAsync("CUSTOMER", SyncDirection.ToSales, new RecordSelector { BcNo = "C10000" });

        Assert.Equal(["CUSTOMER", "CONTACT"], results.Select(result => result.Mapping));
        Assert.Equal("Newname", await contact.SalesAsync("lastname"));
    }

    [Fact]
    public async Task A_plan_shows_the_children_that_would_come_along()
    {
        await using var family = await OpenAsync();
        var request = new SyncNowRequest { Mapping = "CUSTOMER", Direction = SyncDirection.ToSales, Full = true, Records = [new RecordSelector { BcNo = "C10000" }] };

        var plan = await family.World.Session.PlanAsync(request, family.World.Observer, default).ToListAsync();

        Assert.Contains(plan, action => action is { Mapping: "CUSTOMER", Action: SyncAction.Created });
        Assert.Contains(plan, action => action is { Mapping: "CONTACT", Action: SyncAction.Created, BcNo: "CT000201" });
    }

    [Fact]
    public async Task A_child_of_an_uncoupled_parent_waits_without_failing_and_comes_once_the_parent_is_coupled()
    {
        await using var family = await OpenAsync();
        await family.World.ChangeAsync(new TableMappingChange { Name = "CONTACT", SyncOnlyCoupled = false });

        Assert.Empty(await family.World.RunAsync("CONTACT", SyncDirection.ToSales));
        Assert.Empty(await family.World.Session.GetErrorsAsync(new ErrorQuery { Mapping = "CONTACT" }, default).ToListAsync());
        await family.World.PairAsync("CUSTOMER", "C10000", "Adatum Corp.");
        var results = await family.World.RunAsync("CONTACT", SyncDirection.ToSales);

        Assert.NotEmpty(results);
        Assert.All(results, result => Assert.Equal(SyncAction.Created, result.Action));
    }

    private static async Task<Family> OpenAsync()
    {
        var folder = new TemporaryFolder();
        var state = folder.File("state.db");
        var world = await SyncWorld.OpenAsync("cronus", statePath: state);
        await world.FullSyncAsync(FullSyncAction.FullSync, "CURRENCY");
        await world.CoupleSalespeopleAsync();
        await FieldRows.ChangeMappingAsync(
            state, "CONTACT", contact => contact with { Parent = new MappingParent { Mapping = "CUSTOMER", BcField = "customerId" } });
        return new Family(world, folder);
    }

    private sealed record Family(SyncWorld World, TemporaryFolder Folder) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await World.DisposeAsync();
            Folder.Dispose();
        }
    }
}
