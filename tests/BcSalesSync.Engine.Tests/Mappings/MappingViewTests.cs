using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;

namespace BcSalesSync.Engine.Tests.Mappings;

public sealed class MappingViewTests
{
    private static readonly TableMapping Customer = MappingSamples.Default("CUSTOMER");

    [Fact]
    public void A_mapping_is_shown_with_all_its_settings()
    {
        var shown = (Customer with { UpdateConflict = UpdateConflictPolicy.NewerWins, IntervalMinutes = 7 })
            .ToContract(new MappingSet([Customer, MappingSamples.Default("CURRENCY")], MappingSamples.Person));

        Assert.Equal(["CURRENCY"], shown.DependsOn);

        Assert.Equal(
            ("CUSTOMER", "customers", "account", SyncDirection.Both, true, "blocked eq null", UpdateConflictPolicy.NewerWins, 7, 720, true),
            (shown.Name, shown.BcTable, shown.SalesTable, shown.Direction, shown.SyncOnlyCoupled, shown.BcFilter, shown.UpdateConflict,
                shown.IntervalMinutes, shown.IdleMinutes, shown.Enabled));
    }

    [Theory]
    [InlineData("creditlimit", "creditLimit creditlimit")]
    [InlineData("address1_line?", "addressLine1 address1_line1,addressLine2 address1_line2")]
    [InlineData("POSTAL*", "postalCode address1_postalcode")]
    public void Fields_are_found_by_either_name(string pattern, string expected) =>
        Assert.Equal(
            expected,
            string.Join(',', Customer.FieldsToContract(pattern, MappingSamples.Team, MappingSamples.Offering(Customer))
                .Select(field => $"{field.BcField} {field.SalesField}")));

    [Fact]
    public void Rows_of_the_other_ownership_model_are_not_shown()
    {
        var offered = MappingSamples.Offering(Customer);

        Assert.Empty(Customer.FieldsToContract("salespersonCode", MappingSamples.Team, offered));
        Assert.Single(Customer.FieldsToContract("salespersonCode", MappingSamples.Person, offered));
    }

    [Fact]
    public void A_served_row_says_nothing_about_availability() => Assert.All(
        Customer.FieldsToContract(null, MappingSamples.Person, MappingSamples.Offering(Customer)),
        field => Assert.Null(field.Unavailable));

    [Fact]
    public void A_field_that_API_v2_lacks_points_to_the_companion_app()
    {
        var offered = MappingSamples.Offering(Customer, tier: 0, bc: column => column.Name == "faxNumber" ? null : column);

        var row = Assert.Single(Customer.FieldsToContract("fax", MappingSamples.Team, offered));

        Assert.Equal("This Business Central offers no field faxNumber in customers; the companion app adds it.", row.Unavailable);
    }

    [Fact]
    public void A_column_that_Sales_lacks_is_named()
    {
        var offered = MappingSamples.Offering(Customer, sales: column => column.Name == "bcbi_companyid" ? null : column);

        var row = Assert.Single(Customer.FieldsToContract("bcbi_companyid", MappingSamples.Team, offered));

        Assert.Equal("This Sales has no column bcbi_companyid in account.", row.Unavailable);
    }

    [Fact]
    public void A_mapping_that_needs_the_companion_app_is_unavailable_as_a_whole()
    {
        var mapping = Customer with { Tier = 2 };

        Assert.All(
            mapping.FieldsToContract(null, MappingSamples.Team, MappingSamples.Offering(mapping, tier: 0)),
            field => Assert.Equal("CUSTOMER needs the companion app, which this Business Central does not have.", field.Unavailable));
    }
}
