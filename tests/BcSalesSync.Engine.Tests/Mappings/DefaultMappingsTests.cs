using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;
using Record = BcSalesSync.Engine.Records.Record;

namespace BcSalesSync.Engine.Tests.Mappings;

public sealed class DefaultMappingsTests
{
    private static readonly Guid Company = new("5a0e8f3c-1b2d-5c4e-8f60-7a9b8c7d6e01");

    [Fact]
    public void They_come_in_the_order_of_runs() =>
        Assert.Equal(
            ["SALESPEOPLE", "CURRENCY", "CUSTOMER", "CONTACT"],
            DefaultMappings.All.Select(mapping => mapping.Name).Where(name => name is "SALESPEOPLE" or "CURRENCY" or "CUSTOMER" or "CONTACT"));

    [Fact]
    [Trait("Scenario", "SET-132")]
    public void CUSTOMER_goes_both_ways_with_twenty_rows_in_the_person_model()
    {
        var mapping = Of("CUSTOMER");

        Assert.Equal(SyncDirection.Both, mapping.Direction);
        Assert.True(mapping.SyncOnlyCoupled);
        Assert.Equal(20, RowsOfTheStandard(mapping, MappingSamples.Person));
        Assert.Equal(18, RowsOfTheStandard(mapping, MappingSamples.Team));
        Assert.Equal("blocked eq null", mapping.BcFilter);
        Assert.Equal(
            $"statecode eq 0 and customertypecode eq 3 and (bcbi_companyid eq {Company} or bcbi_companyid eq null)",
            FilterSyntax.Write(mapping.FilterOn(SystemSide.Sales, Company)));
        Assert.Equal((30, 720), (mapping.IntervalMinutes, mapping.IdleMinutes));
    }

    [Theory]
    [InlineData("CUSTOMER")]
    [InlineData("CONTACT")]
    [Trait("Scenario", "SET-132")]
    public void The_owner_follows_the_salesperson_unless_that_is_empty(string name)
    {
        var owner = Assert.Single(Of(name).Fields, field => field.SalesField == "ownerid" && field.BcField is not null);

        Assert.Equal("salespersonCode", owner.BcField);
        Assert.Equal("SALESPEOPLE", owner.LookupMapping);
        Assert.True(owner.NotNull);
        Assert.Equal(OwnershipModel.Person, owner.When?.Ownership);
        Assert.Equal(SyncDirection.ToSales, owner.Direction);
    }

    [Fact]
    [Trait("Scenario", "SET-133")]
    public void CONTACT_takes_persons_of_companies_with_twenty_rows_in_the_person_model()
    {
        var mapping = Of("CONTACT");

        Assert.Equal(SyncDirection.Both, mapping.Direction);
        Assert.True(mapping.SyncOnlyCoupled);
        Assert.Equal(20, RowsOfTheStandard(mapping, MappingSamples.Person));
        Assert.Equal("type eq 'Person' and companyNumber ne null", mapping.BcFilter);
        Assert.Equal(
            $"statecode eq 0 and parentcustomerid ne null and parentcustomeridtype eq 'account' and "
            + $"(bcbi_companyid eq {Company} or bcbi_companyid eq null)",
            FilterSyntax.Write(mapping.FilterOn(SystemSide.Sales, Company)));
        Assert.Equal((30, 720), (mapping.IntervalMinutes, mapping.IdleMinutes));
    }

    [Fact]
    [Trait("Scenario", "SET-137")]
    public void CURRENCY_goes_to_Sales_with_three_rows_and_matches_by_code()
    {
        var mapping = Of("CURRENCY");

        Assert.Equal(SyncDirection.ToSales, mapping.Direction);
        Assert.True(mapping.SyncOnlyCoupled);
        Assert.True(mapping is { MatchBeforeCreate: true, SyncAfterCoupling: true, CreateNewIfNoMatch: true });
        Assert.Equal(3, RowsOfTheStandard(mapping, MappingSamples.Person));
        Assert.Equal("isocurrencycode", Assert.Single(mapping.Fields, field => field.UseForMatching).SalesField);
        Assert.Equal((30, 720), (mapping.IntervalMinutes, mapping.IdleMinutes));
    }

    [Fact]
    [Trait("Scenario", "SET-137")]
    public void SALESPEOPLE_comes_from_Sales_with_three_rows()
    {
        var mapping = Of("SALESPEOPLE");

        Assert.Equal(SyncDirection.ToBusinessCentral, mapping.Direction);
        Assert.True(mapping.SyncOnlyCoupled);
        Assert.Equal(3, RowsOfTheStandard(mapping, MappingSamples.Person));
        Assert.Equal("isdisabled eq false and islicensed eq true and isintegrationuser eq false", mapping.SalesFilter);
        Assert.Equal((30, 1440), (mapping.IntervalMinutes, mapping.IdleMinutes));
    }

    [Theory]
    [InlineData("CUSTOMER", "SALESPEOPLE|CURRENCY|PAYMENT TERMS|SHIPMENT METHOD|SHIPPING AGENT")]
    [InlineData("VENDOR", "SALESPEOPLE|CURRENCY|PAYMENT TERMS|SHIPMENT METHOD|SHIPPING AGENT")]
    [InlineData("CONTACT", "CUSTOMER|VENDOR")]
    [InlineData("OPPORTUNITY", "CONTACT")]
    [InlineData("CUSTPRCGRP-PRICE", "CURRENCY|ITEM-PRODUCT")]
    [InlineData("SALESPRC-PRODPRICE", "CUSTPRCGRP-PRICE|ITEM-PRODUCT")]
    [InlineData("CURRENCY", "")]
    [InlineData("SALESPEOPLE", "")]
    [InlineData("UNIT OF MEASURE", "")]
    [InlineData("ITEM-PRODUCT", "UNIT OF MEASURE")]
    [InlineData("RESOURCE-PRODUCT", "UNIT OF MEASURE")]
    [Trait("Scenario", "FUL-104")]
    public void Dependencies_are_those_of_the_standard(string name, string dependencies) =>
        Assert.Equal(dependencies, string.Join('|', Of(name).DependsOn.Except(["ITEM UOM", "RESOURCE UOM"])));

    [Theory]
    [InlineData("UNIT GROUP", "")]
    [InlineData("ITEM UOM", "UNIT GROUP")]
    [InlineData("RESOURCE UOM", "UNIT GROUP")]
    [InlineData("ITEM-PRODUCT", "ITEM UOM")]
    [InlineData("RESOURCE-PRODUCT", "RESOURCE UOM")]
    [Trait("Scenario", "FUL-107")]
    public void With_unit_groups_units_come_between_their_groups_and_what_is_sold_by_them(string name, string dependencies)
    {
        var setup = MappingSamples.Person with { UnitGroupMapping = true };
        var set = new MappingSet(DefaultMappings.For(setup), setup);

        Assert.Equal(dependencies, string.Join('|', set.PredecessorsOf(set.Find(name)!)));
        Assert.Null(set.Find("UNIT OF MEASURE"));
    }

    [Theory]
    [InlineData("ITEM-PRODUCT", 11, 11, 1, 1440)]
    [InlineData("RESOURCE-PRODUCT", 7, 8, 3, 720)]
    [Trait("Scenario", "SET-135")]
    public void Products_go_both_ways_unless_blocked(string name, int rules, int rulesWithGroups, int type, int idle)
    {
        var mapping = Of(name);

        Assert.Equal((SyncDirection.Both, true, "blocked eq false"), (mapping.Direction, mapping.SyncOnlyCoupled, mapping.BcFilter));
        Assert.Equal(rules, Rules(mapping, MappingSamples.Person));
        Assert.Equal(rulesWithGroups, Rules(mapping, MappingSamples.Person with { UnitGroupMapping = true }));
        Assert.Equal(
            $"producttypecode eq {type} and statecode eq 0 and (bcbi_companyid eq {Company} or bcbi_companyid eq null)",
            FilterSyntax.Write(mapping.FilterOn(SystemSide.Sales, Company)));
        Assert.Equal((30, idle), (mapping.IntervalMinutes, mapping.IdleMinutes));
    }

    [Fact]
    [Trait("Scenario", "SET-137")]
    public void UNIT_OF_MEASURE_goes_to_Sales_with_one_row()
    {
        var mapping = Of("UNIT OF MEASURE");

        Assert.Equal((SyncDirection.ToSales, true), (mapping.Direction, mapping.SyncOnlyCoupled));
        Assert.Equal(1, Rules(mapping, MappingSamples.Person));
        Assert.Equal((30, 720), (mapping.IntervalMinutes, mapping.IdleMinutes));
    }

    [Theory]
    [InlineData("CUSTOMER", "number", "accountnumber", SyncDirection.ToSales)]
    [InlineData("CUSTOMER", "mobilePhoneNumber", "telephone2", SyncDirection.Both)]
    [InlineData("VENDOR", "number", "accountnumber", SyncDirection.ToSales)]
    [InlineData("VENDOR", "mobilePhoneNumber", "telephone2", SyncDirection.Both)]
    [InlineData("OPPORTUNITY", "dateClosed", "actualclosedate", SyncDirection.ToSales)]
    [InlineData("OPPORTUNITY", "probabilityPercent", "closeprobability", SyncDirection.ToSales)]
    [InlineData("OPPORTUNITY", "calculatedCurrentValue", "actualvalue", SyncDirection.ToSales)]
    [InlineData("CONTACT", "salutationCode", "salutation", SyncDirection.Both)]
    [InlineData("SALESPEOPLE", "jobTitle", "jobtitle", SyncDirection.Both)]
    [InlineData("SALESPEOPLE", "email2", "personalemailaddress", SyncDirection.Both)]
    public void The_extra_rows_are_there_but_disabled(string name, string bcField, string salesField, SyncDirection direction)
    {
        var row = Assert.Single(Of(name).Fields, field => field.BcField == bcField && field.SalesField == salesField);

        Assert.False(row.Enabled);
        Assert.Equal(direction, row.Direction);
    }

    [Fact]
    public void Only_primary_contacts_parents_towards_Sales_and_owners_of_opportunities_may_be_left_out_when_uncoupled() =>
        Assert.Equal(
            [
                "CUSTOMER primarycontactid Both", "VENDOR primarycontactid Both", "CONTACT parentcustomerid ToSales",
                "CONTACT parentcustomerid ToSales", "OPPORTUNITY parentaccountid ToSales", "OPPORTUNITY parentaccountid ToSales",
                "OPPORTUNITY ownerid ToBusinessCentral",
            ],
            DefaultMappings.All.SelectMany(mapping => mapping.Fields
                .Where(field => field.ClearOnFailedSync)
                .Select(field => $"{mapping.Name} {field.SalesField} {field.Direction}")));

    [Fact]
    public void Every_default_policy_is_the_cautious_one() => Assert.All(DefaultMappings.All, mapping =>
    {
        Assert.Equal(UpdateConflictPolicy.Fail, mapping.UpdateConflict);
        Assert.Equal(DeletionConflictOf(mapping), mapping.DeletionConflict);
        Assert.Equal(ConflictScope.Field, mapping.ConflictScope);
        Assert.True(mapping.Enabled);
    });

    [Fact]
    public void Every_row_has_exactly_one_source_for_each_of_its_directions() => Assert.All(
        DefaultMappings.All.SelectMany(mapping => mapping.Fields),
        field =>
        {
            var sources = new[] { field.Constant, field.Computed }.Count(source => source is not null);
            Assert.True(field.Computed is not null || (sources == 0) == (field.BcField is not null && field.SalesField is not null));
            if (sources > 0)
                Assert.NotNull(field.Direction is SyncDirection.ToSales ? field.SalesField : field.BcField);
            Assert.True(sources < 2);
            Assert.False(field.NotNull && field.ClearOnFailedSync);
        });

    [Fact]
    public void Without_a_company_row_the_company_does_not_narrow() =>
        Assert.Equal(
            "statecode eq 0 and customertypecode eq 3",
            FilterSyntax.Write(Of("CUSTOMER").FilterOn(SystemSide.Sales, companyRow: null)));

    [Fact]
    public void A_row_of_another_company_is_filtered_out()
    {
        var filter = Of("CUSTOMER").FilterOn(SystemSide.Sales, Company);

        Assert.True(filter.Matches(Account(FieldValue.Empty)));
        Assert.True(filter.Matches(Account(FieldValue.Reference("bcbi_company", Company))));
        Assert.False(filter.Matches(Account(FieldValue.Reference("bcbi_company", new Guid("5a0e8f3c-1b2d-5c4e-8f60-7a9b8c7d6e02")))));
    }

    /// <summary>Rows that the standard counts: all but those that the engine adds for what the standard does in code.</summary>
    private static int RowsOfTheStandard(TableMapping mapping, BcSyncSetup setup) => mapping.Fields.Count(field =>
        field.Enabled && field.BelongsTo(setup) && (!field.BuiltIn || field is { Constant: not null, OnCreateOnly: false }));

    private static int Rules(TableMapping mapping, BcSyncSetup setup) =>
        mapping.Fields.Count(field => field.Enabled && !field.BuiltIn && field.BelongsTo(setup));

    private static TableMapping Of(string name) => MappingSamples.Default(name);

    // A line of the default price list is the engine's own, and comes back when it was deleted.
    // Default prices live as long as their price lists, and whoever deletes a note wants to be rid of it, not of the order it belongs to.
    private static DeletionConflictPolicy DeletionConflictOf(TableMapping mapping) => mapping.Name switch
    {
        "ITEM-PRICE" or "RESOURCE-PRICE" => DeletionConflictPolicy.RestoreRecord,
        "ORDER-NOTES" or "SOLINE-ORDERDETAIL" => DeletionConflictPolicy.RemoveCoupling,
        _ => DeletionConflictPolicy.Fail,
    };

    private static Record Account(FieldValue company) => new()
    {
        Id = Company,
        Values = new Dictionary<string, FieldValue>
        {
            ["statecode"] = FieldValue.Number(0),
            ["customertypecode"] = FieldValue.Number(3),
            ["bcbi_companyid"] = company,
        },
    };
}
