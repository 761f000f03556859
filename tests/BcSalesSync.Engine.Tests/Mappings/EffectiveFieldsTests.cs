using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;

namespace BcSalesSync.Engine.Tests.Mappings;

public sealed class EffectiveFieldsTests
{
    [Theory]
    [InlineData(SyncDirection.Both, SyncDirection.Both, true, true)]
    [InlineData(SyncDirection.ToBusinessCentral, SyncDirection.ToBusinessCentral, false, true)]
    [InlineData(SyncDirection.ToSales, SyncDirection.ToSales, true, false)]
    [InlineData(SyncDirection.ToSales, SyncDirection.Both, true, false)]
    [InlineData(SyncDirection.ToSales, SyncDirection.ToBusinessCentral, false, false)]
    [Trait("Scenario", "ENG-181")]
    public void A_row_takes_part_in_the_passes_that_table_and_row_allow(SyncDirection table, SyncDirection row, bool toSales, bool toBc)
    {
        var mapping = MappingSamples.With(table, MappingSamples.Row("a", row));
        var offered = MappingSamples.Offering(mapping);

        Assert.Equal(toSales, EffectiveFields.Of(mapping, SyncDirection.ToSales, MappingSamples.Team, offered).Count == 1);
        Assert.Equal(toBc, EffectiveFields.Of(mapping, SyncDirection.ToBusinessCentral, MappingSamples.Team, offered).Count == 1);
    }

    [Fact]
    public void The_owner_follows_the_salesperson_in_the_person_model_only()
    {
        Assert.Contains(Customer(MappingSamples.Person), field => field is { BcField: "salespersonCode", SalesField: "ownerid" });
        Assert.DoesNotContain(Customer(MappingSamples.Team), field => field.BcField == "salespersonCode");
    }

    [Fact]
    public void The_owner_of_the_salesperson_comes_after_the_default_owner() =>
        Assert.Equal(
            ["DefaultOwner", null],
            Customer(MappingSamples.Person).Where(field => field.SalesField == "ownerid").Select(field => field.Computed));

    [Theory]
    [InlineData("CUSTOMER")]
    [InlineData("CONTACT")]
    public void The_table_of_a_reference_is_never_written(string name)
    {
        var mapping = MappingSamples.Default(name);

        var fields = EffectiveFields.Of(mapping, SyncDirection.ToSales, MappingSamples.Person, MappingSamples.Offering(mapping));

        Assert.DoesNotContain(fields, field => field.SalesField is "owneridtype" or "parentcustomeridtype");
    }

    [Fact]
    public void A_disabled_row_does_not_take_part() =>
        Assert.DoesNotContain(Customer(MappingSamples.Person), field => field.SalesField == "accountnumber");

    [Fact]
    [Trait("Scenario", "CUR-107")]
    public void With_symbol_and_name_disabled_a_currency_carries_its_code_only()
    {
        var mapping = Disabled(MappingSamples.Default("CURRENCY"), "currencysymbol", "currencyname");

        var fields = EffectiveFields.Of(mapping, SyncDirection.ToSales, MappingSamples.Team, MappingSamples.Offering(mapping));

        Assert.Equal(["isocurrencycode"], fields.Where(field => !field.BuiltIn).Select(field => field.SalesField));
    }

    [Fact]
    [Trait("Scenario", "CUR-111")]
    public void With_all_rows_disabled_nothing_but_the_engines_own_rows_is_left()
    {
        var mapping = Disabled(MappingSamples.Default("CURRENCY"), "isocurrencycode", "currencysymbol", "currencyname");

        var fields = EffectiveFields.Of(mapping, SyncDirection.ToSales, MappingSamples.Team, MappingSamples.Offering(mapping));

        Assert.All(fields, field => Assert.True(field.BuiltIn));
    }

    [Fact]
    public void A_field_that_the_connection_does_not_offer_does_not_take_part()
    {
        var mapping = MappingSamples.Default("CUSTOMER");
        var offered = MappingSamples.Offering(mapping, tier: 0, bc: column => column.Name == "faxNumber" ? null : column);

        var fields = EffectiveFields.Of(mapping, SyncDirection.ToSales, MappingSamples.Team, offered);

        Assert.DoesNotContain(fields, field => field.BcField == "faxNumber");
        Assert.Contains(fields, field => field.BcField == "phoneNumber");
    }

    [Fact]
    public void A_column_that_can_only_be_read_still_serves_as_source()
    {
        var mapping = MappingSamples.With(SyncDirection.Both, MappingSamples.Row("a", SyncDirection.Both));
        var offered = MappingSamples.Offering(mapping, sales: column => column with { CanCreate = false, CanUpdate = false });

        Assert.Empty(EffectiveFields.Of(mapping, SyncDirection.ToSales, MappingSamples.Team, offered));
        Assert.Single(EffectiveFields.Of(mapping, SyncDirection.ToBusinessCentral, MappingSamples.Team, offered));
    }

    [Fact]
    public void Without_its_table_a_mapping_has_no_fields()
    {
        var mapping = MappingSamples.Default("CUSTOMER");

        Assert.Empty(EffectiveFields.Of(
            mapping, SyncDirection.ToSales, MappingSamples.Team, MappingSamples.Offering(mapping) with { Sales = null }));
    }

    private static IReadOnlyList<FieldMapping> Customer(BcSyncSetup setup)
    {
        var mapping = MappingSamples.Default("CUSTOMER");
        return EffectiveFields.Of(mapping, SyncDirection.ToSales, setup, MappingSamples.Offering(mapping));
    }

    private static TableMapping Disabled(TableMapping mapping, params string[] columns) => mapping with
    {
        Fields = [.. mapping.Fields.Select(field => columns.Contains(field.SalesField) ? field with { Enabled = false } : field)],
    };
}
