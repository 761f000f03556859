using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;

namespace BcSalesSync.Engine.Tests.Mappings;

public sealed class SyncDirectionsTests
{
    [Theory]
    [InlineData(SyncDirection.Both, SyncDirection.Both, SyncDirection.Both)]
    [InlineData(SyncDirection.ToBusinessCentral, SyncDirection.ToBusinessCentral, SyncDirection.ToBusinessCentral)]
    [InlineData(SyncDirection.ToSales, SyncDirection.ToSales, SyncDirection.ToSales)]
    [InlineData(SyncDirection.ToSales, SyncDirection.Both, SyncDirection.ToSales)]
    [InlineData(SyncDirection.Both, SyncDirection.ToBusinessCentral, SyncDirection.ToBusinessCentral)]
    [InlineData(SyncDirection.ToSales, SyncDirection.ToBusinessCentral, null)]
    [Trait("Scenario", "ENG-181")]
    public void A_field_travels_where_table_and_field_agree(SyncDirection table, SyncDirection field, SyncDirection? expected) =>
        Assert.Equal(expected, SyncDirections.Overlap(table, field));

    [Fact]
    public void Both_ways_go_to_Sales_first() =>
        Assert.Equal([SyncDirection.ToSales, SyncDirection.ToBusinessCentral], SyncDirection.Both.Passes());
}
