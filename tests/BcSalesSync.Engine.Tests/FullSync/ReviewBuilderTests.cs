using BcSalesSync.Contracts;
using BcSalesSync.Engine.FullSync;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Engine.Tests.FullSync;

public sealed class ReviewBuilderTests
{
    private static readonly EndpointPair Empty = new(new EmptyEndpoint(SystemSide.BusinessCentral), new EmptyEndpoint(SystemSide.Sales));

    [Fact]
    [Trait("Scenario", "FUL-111")]
    public async Task Every_review_is_made_up_afresh_from_the_mappings()
    {
        var lines = await BuildAsync(OwnershipModel.Person);

        foreach (var mapping in new[] { "SALESPEOPLE", "CURRENCY", "UNIT OF MEASURE" })
            Assert.Empty(lines.Single(line => line.Mapping == mapping).DependsOn);
        Assert.All(lines, line => Assert.Equal(FullSyncStatus.NotStarted, line.Status));
    }

    [Fact]
    public async Task Teams_that_own_rows_need_no_salespeople()
    {
        var lines = await BuildAsync(OwnershipModel.Team);

        Assert.DoesNotContain(lines, line => line.Mapping == "SALESPEOPLE");
        Assert.Contains(lines, line => line.Mapping == "CUSTOMER");
    }

    private static Task<IReadOnlyList<BcFullSyncLine>> BuildAsync(OwnershipModel ownership)
    {
        var setup = new BcSyncSetup { OwnershipModel = ownership };
        return new ReviewBuilder(Empty, new MappingSet(DefaultMappings.For(setup), setup)).BuildAsync(default);
    }
}
