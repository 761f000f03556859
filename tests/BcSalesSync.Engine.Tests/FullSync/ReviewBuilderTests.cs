using BcSalesSync.Contracts;
using BcSalesSync.Engine.FullSync;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.Endpoints;
using static BcSalesSync.Engine.Tests.FullSync.LineSamples;

namespace BcSalesSync.Engine.Tests.FullSync;

public sealed class ReviewBuilderTests
{
    private static readonly EndpointPair Empty = new(new EmptyEndpoint(SystemSide.BusinessCentral), new EmptyEndpoint(SystemSide.Sales));

    [Fact]
    [Trait("Scenario", "FUL-111")]
    public async Task A_line_that_did_not_start_is_made_up_afresh()
    {
        var lines = await BuildAsync(OwnershipModel.Person, Line("SALESPEOPLE", FullSyncStatus.NotStarted, "CURRENCY"));

        Assert.Empty(lines.Single(line => line.Mapping == "SALESPEOPLE").DependsOn);
        Assert.All(lines, line => Assert.Equal(FullSyncStatus.NotStarted, line.Status));
    }

    [Fact]
    [Trait("Scenario", "FUL-113")]
    public async Task A_line_under_way_is_left_as_it_is()
    {
        var waiting = Line("SALESPEOPLE", FullSyncStatus.Waiting, "CURRENCY");

        var lines = await BuildAsync(OwnershipModel.Person, waiting);

        Assert.Same(waiting, lines.Single(line => line.Mapping == "SALESPEOPLE"));
        Assert.All(lines.Where(line => line != waiting), line => Assert.Equal(FullSyncStatus.NotStarted, line.Status));
    }

    [Fact]
    public async Task Teams_that_own_rows_need_no_salespeople()
    {
        var lines = await BuildAsync(OwnershipModel.Team);

        Assert.Equal(["CURRENCY", "CUSTOMER", "CONTACT"], lines.Select(line => line.Mapping));
    }

    private static Task<IReadOnlyList<BcFullSyncLine>> BuildAsync(OwnershipModel ownership, params BcFullSyncLine[] existing) =>
        new ReviewBuilder(Empty, new MappingSet(DefaultMappings.All, new BcSyncSetup { OwnershipModel = ownership })).BuildAsync(existing, default);
}
