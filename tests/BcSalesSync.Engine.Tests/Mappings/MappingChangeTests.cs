using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;

namespace BcSalesSync.Engine.Tests.Mappings;

public sealed class MappingChangeTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TableMapping Customer = MappingSamples.Default("CUSTOMER");

    [Fact]
    public void An_empty_change_changes_nothing() => Assert.Equal(Customer, Apply(Customer, new() { Name = "CUSTOMER" }));

    [Fact]
    public void Every_given_member_is_taken_over()
    {
        var changed = Apply(Customer, new()
        {
            Name = "CUSTOMER",
            Direction = SyncDirection.ToSales,
            SyncOnlyCoupled = false,
            UpdateConflict = UpdateConflictPolicy.SendToSales,
            ConflictScope = ConflictScope.Record,
            DeletionConflict = DeletionConflictPolicy.RemoveCoupling,
            BcFilter = "",
            SalesFilter = " statecode eq 0 and (bcbi_companyid eq {company} or bcbi_companyid eq null) ",
            IntervalMinutes = 5,
            IdleMinutes = 0,
            Enabled = false,
        });

        Assert.Equal(
            Customer with
            {
                Direction = SyncDirection.ToSales,
                SyncOnlyCoupled = false,
                UpdateConflict = UpdateConflictPolicy.SendToSales,
                ConflictScope = ConflictScope.Record,
                DeletionConflict = DeletionConflictPolicy.RemoveCoupling,
                BcFilter = "",
                SalesFilter = "statecode eq 0 and (bcbi_companyid eq {company} or bcbi_companyid eq null)",
                IntervalMinutes = 5,
                IdleMinutes = 0,
                Enabled = false,
            },
            changed);
    }

    [Theory]
    [InlineData("blocked equals null", "Position 9")]
    [InlineData("blockd eq null", "'blockd'")]
    [InlineData("number eq {user}", "{company}")]
    public void A_wrong_filter_is_refused_with_the_place(string filter, string hint)
    {
        var error = Refused(Customer, new() { Name = "CUSTOMER", BcFilter = filter });

        Assert.Equal("BcSync.Mapping.InvalidFilter", error.ErrorId);
        Assert.Equal("CUSTOMER", error.Mapping);
        Assert.Contains(hint, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_column_compared_with_the_company_is_checked_too() =>
        Assert.Equal(
            "BcSync.Mapping.InvalidFilter",
            Refused(Customer, new() { Name = "CUSTOMER", SalesFilter = "companyid eq {company} or companyid eq null" }).ErrorId);

    [Fact]
    public void The_default_filters_are_accepted() => Assert.All(
        new[] { "CUSTOMER", "CONTACT" }.Select(MappingSamples.Default),
        mapping => Assert.Equal(
            mapping, Apply(mapping, new() { Name = mapping.Name, BcFilter = mapping.BcFilter, SalesFilter = mapping.SalesFilter })));

    [Theory]
    [InlineData(-1, null)]
    [InlineData(null, -5)]
    public void Negative_minutes_are_refused(int? interval, int? idle) =>
        Assert.Equal(
            "BcSync.Mapping.InvalidInterval",
            Refused(Customer, new() { Name = "CUSTOMER", IntervalMinutes = interval, IdleMinutes = idle }).ErrorId);

    [Theory]
    [InlineData("SALESPEOPLE", SyncDirection.ToSales, SyncDirection.ToSales)]
    [InlineData("CURRENCY", SyncDirection.ToBusinessCentral, SyncDirection.ToBusinessCentral)]
    [InlineData("CURRENCY", SyncDirection.Both, SyncDirection.ToBusinessCentral)]
    public void A_direction_without_an_enabled_field_is_refused(string name, SyncDirection wanted, SyncDirection empty)
    {
        var error = Refused(MappingSamples.Default(name), new() { Name = name, Direction = wanted });

        Assert.Equal("BcSync.Mapping.NoFieldInDirection", error.ErrorId);
        Assert.Equal(empty, error.Direction);
    }

    [Fact]
    public void A_mapping_without_enabled_fields_may_take_any_direction()
    {
        var mapping = MappingSamples.With(SyncDirection.ToSales, MappingSamples.Row("a", SyncDirection.ToSales) with { Enabled = false });

        Assert.Equal(SyncDirection.Both, Apply(mapping, new() { Name = "SAMPLE", Direction = SyncDirection.Both }).Direction);
    }

    private static TableMapping Apply(TableMapping mapping, TableMappingChange change) =>
        MappingChange.Apply(mapping, change, MappingSamples.Offering(mapping), Now);

    private static BcSyncError Refused(TableMapping mapping, TableMappingChange change) =>
        Assert.Throws<SyncException>(() => Apply(mapping, change)).Error;
}
