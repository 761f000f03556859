using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;

namespace BcSalesSync.Engine.Tests.Mappings;

public sealed class PriceMappingTests
{
    [Theory]
    [InlineData("CUSTPRCGRP-PRICE", false, false, 1)]
    [InlineData("SALESPRC-PRODPRICE", false, false, 6)]
    [InlineData("PLHEADER-PRICE", true, false, 5)]
    [InlineData("PLLINE-PRODPRICE", true, false, 7)]
    [InlineData("PLLINE-PRODPRICE", true, true, 7)]
    public void Prices_go_to_Sales_with_the_rows_of_the_standard(string name, bool extendedPricing, bool unitGroups, int rows)
    {
        var setup = new BcSyncSetup { OwnershipModel = OwnershipModel.Person, ExtendedPricing = extendedPricing, UnitGroupMapping = unitGroups };

        var mapping = Assert.Single(DefaultMappings.For(setup), mapping => mapping.Name == name);

        Assert.Equal(SyncDirection.ToSales, mapping.Direction);
        Assert.Equal(rows, mapping.Fields.Count(field => field.BelongsTo(setup) && !field.BuiltIn));
        Assert.Equal((30, 1440), (mapping.IntervalMinutes, mapping.IdleMinutes));
    }

    [Theory]
    [InlineData(false, "CUSTPRCGRP-PRICE SALESPRC-PRODPRICE")]
    [InlineData(true, "PLHEADER-PRICE PLLINE-PRODPRICE")]
    public void The_pricing_switch_picks_groups_or_lists_each_with_its_lines(bool extendedPricing, string names)
    {
        var setup = new BcSyncSetup { OwnershipModel = OwnershipModel.Person, ExtendedPricing = extendedPricing };

        var prices = DefaultMappings.For(setup).Where(mapping => mapping.Order is >= 90 and < 100).ToArray();

        Assert.Equal(names, string.Join(' ', prices.Select(mapping => mapping.Name)));
        Assert.Equal((prices[0].Name, true, false), (prices[1].Parent!.Mapping, prices[0].SyncOnlyCoupled, prices[1].SyncOnlyCoupled));
    }
}
