using BcSalesSync.Contracts;
using BcSalesSync.Dataverse.ServiceClient.Organization;
using BcSalesSync.Endpoints.Tests.Dataverse.Service;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Endpoints.Tests.ServiceClient;

public sealed class ReadingTests : ServiceClientTest
{
    [Fact]
    public async Task Pages_are_asked_for_with_the_cookie_of_the_one_before()
    {
        Organization.Then("EntityCollection", Rows(Row(First)) with { MoreRecords = true, PagingCookie = "<cookie/>" })
            .Then("EntityCollection", Rows(Row(Second)));
        using var endpoint = Open(pageSize: 1);

        var pages = await Collect(endpoint.ReadAsync("account", ["name"], Filter.All, default));

        Assert.Equal([First, Second], pages.Select(page => Assert.Single(page).Id));
        Assert.Equal(
            [new OrgPaging(1, 1), new OrgPaging(2, 1, "<cookie/>")], Organization.Sent.Select(request => QueryOf(request).Page));
        var query = QueryOf(Organization.Sent[0]);
        Assert.Equal(("account", null), (query.Table, query.Filter));
        Assert.Equal(["name", "versionnumber", "modifiedon"], query.Columns.Names);
    }

    [Fact]
    public async Task A_row_comes_in_normal_form_with_the_stamps_the_Web_API_gives()
    {
        Organization.Then("EntityCollection", Rows(Row(
            First,
            ("name", "Adatum"), ("creditlimit", new OrgMoney(25000.50m)), ("paymenttermscode", new OrgChoice(1)), ("creditonhold", true),
            ("lastusedincampaign", new DateTime(2026, 1, 31)), ("statecode", new OrgChoice(0)),
            ("primarycontactid", new OrgReference("contact", Second)), ("versionnumber", 7720388L),
            ("modifiedon", new DateTime(2026, 3, 2, 8, 2, 11, DateTimeKind.Utc)))));
        using var endpoint = Open();
        string[] columns =
        [
            "name", "telephone1", "creditlimit", "paymenttermscode", "creditonhold", "lastusedincampaign", "statecode", "primarycontactid",
            "accountid",
        ];

        var row = Assert.Single(Assert.Single(await Collect(endpoint.ReadAsync("account", columns, Filter.All, default))));

        Assert.Equal((First, "7720388", "W/\"7720388\""), (row.Id, row.Version, row.ETag));
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 8, 2, 11, TimeSpan.Zero), row.ModifiedAt);
        Assert.Equal(
            [
                FieldValue.Text("Adatum"), FieldValue.Empty, FieldValue.Number(25000.5m), FieldValue.Number(1), FieldValue.Boolean(true),
                FieldValue.Date(new DateOnly(2026, 1, 31)), FieldValue.Number(0), FieldValue.Reference("contact", Second), FieldValue.Id(First),
            ],
            columns.Select(column => row[column]));
    }

    [Theory]
    [InlineData("name", FilterOperator.Equal, "Adatum", "and(name Equal Adatum)")]
    [InlineData("name", FilterOperator.NotEqual, "Adatum", "or(name NotEqual Adatum, name Null)")]
    [InlineData("name", FilterOperator.StartsWith, "50%_[", "and(name Like 50[%][_][[]%)")]
    [InlineData("name", FilterOperator.Like, "*dat?m", "and(name Like %dat_m)")]
    [InlineData("name", FilterOperator.NotLike, "X*", "or(name NotLike X%, name Null)")]
    [InlineData("name", FilterOperator.Equal, "", "and(name Null)")]
    [InlineData("name", FilterOperator.NotEqual, "", "and(name NotNull)")]
    [InlineData("creditlimit", FilterOperator.GreaterOrEqual, "100.5", "and(creditlimit GreaterEqual 100.5)")]
    [InlineData("paymenttermscode", FilterOperator.Equal, "net 60", "and(paymenttermscode Equal 4)")]
    [InlineData("primarycontactid", FilterOperator.Equal, "5a0e8f3c-1b2d-5c4e-8f60-7a9b8c7d6e01", "and(primarycontactid Equal 5a0e8f3c-1b2d-5c4e-8f60-7a9b8c7d6e01)")]
    public async Task Conditions_become_those_of_a_query(string column, FilterOperator comparison, string value, string expected)
    {
        Organization.Then("EntityCollection", Rows());
        using var endpoint = Open();

        await Collect(endpoint.ReadAsync("account", ["name"], new Condition(column, comparison, FieldValue.Text(value)), default));

        Assert.Equal(expected, Text(QueryOf(Assert.Single(Organization.Sent)).Filter));
    }

    [Fact]
    public async Task Groups_of_conditions_become_groups_of_a_query()
    {
        Organization.Then("EntityCollection", Rows());
        using var endpoint = Open();
        var since = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(1));
        var filter = new AllOf(
        [
            new Condition("statecode", FilterOperator.Equal, FieldValue.Number(0)),
            new AnyOf([new Condition("name", FilterOperator.Equal, FieldValue.Text("A")), new Condition("modifiedon", FilterOperator.LessThan, FieldValue.Time(since))]),
        ]);

        await Collect(endpoint.ReadAsync("account", ["name"], filter, default));

        var asked = QueryOf(Assert.Single(Organization.Sent)).Filter!;
        Assert.Equal("and(and(statecode Equal 0), or(and(name Equal A), and(modifiedon LessThan 2026-03-02T08:00:00.0000000Z)))", Text(asked));
        Assert.Equal(0, Assert.Single(asked.Filters[0].Conditions[0].Values));
    }

    [Fact]
    public async Task What_a_query_cannot_say_is_looked_at_here()
    {
        Organization.Then("EntityCollection", new OrgEntities("contact",
        [
            new OrgEntity("contact", First) { Values = new Dictionary<string, object?> { ["parentcustomerid"] = new OrgReference("account", Second) } },
            new OrgEntity("contact", Second) { Values = new Dictionary<string, object?> { ["parentcustomerid"] = new OrgReference("contact", First) } },
        ]));
        using var endpoint = Open();
        var filter = new Condition("parentcustomeridtype", FilterOperator.Equal, FieldValue.Text("account"));

        var row = Assert.Single(Assert.Single(await Collect(endpoint.ReadAsync("contact", [], filter, default))));

        Assert.Equal(First, row.Id);
        Assert.Null(QueryOf(Organization.Sent[0]).Filter);
        Assert.Contains("parentcustomerid", QueryOf(Organization.Sent[0]).Columns.Names);
    }

    [Fact]
    public async Task Lists_of_ids_are_asked_for_a_hundred_at_a_time()
    {
        Organization.Then("EntityCollection", Rows());
        using var endpoint = Open();

        await endpoint.ReadByIdAsync("account", ["name"], [.. Enumerable.Range(1, 150).Select(number => new Guid(number, 0, 0, new byte[8]))], default);

        Assert.Equal([100, 50], Organization.Sent.Select(request => Assert.Single(QueryOf(request).Filter!.Conditions).Values.Count));
        Assert.All(Organization.Sent, request => Assert.Equal(
            ("accountid", OrgOperator.In), (QueryOf(request).Filter!.Conditions[0].Column, QueryOf(request).Filter!.Conditions[0].Operator)));
    }

    [Fact]
    public async Task Looking_for_values_finds_blank_ones_too()
    {
        Organization.Then("EntityCollection", Rows());
        using var endpoint = Open();

        await endpoint.ReadByValueAsync("account", [], "accountnumber", [FieldValue.Text("C1"), FieldValue.Empty], default);

        Assert.Equal("or(accountnumber In C1, accountnumber Null)", Text(QueryOf(Assert.Single(Organization.Sent)).Filter));
    }

    [Fact]
    public async Task A_count_is_one_small_query()
    {
        Organization.Then("EntityCollection", Rows(Row(First)) with { TotalRecordCount = 42 });
        using var endpoint = Open();

        Assert.Equal(42, await endpoint.CountAsync("account", Filter.All, default));
        Assert.Equal(new OrgPaging(1, 1, null, CountsAll: true), QueryOf(Assert.Single(Organization.Sent)).Page);
    }

    [Theory]
    [InlineData(0x80040220u, FailureClass.Permission)]
    [InlineData(0x80060888u, FailureClass.Capability)]
    [InlineData(0x12345678u, FailureClass.Data)]
    public async Task A_refused_query_fails_the_call_with_the_class_of_its_code(uint code, FailureClass expected)
    {
        Organization.ThenFault(code, "refused");
        using var endpoint = Open();

        var error = await Assert.ThrowsAsync<EndpointException>(() => endpoint.CountAsync("account", Filter.All, default));

        Assert.Equal((expected, $"0x{code:X8}", "refused"), (error.Failure.Class, error.Failure.Code, error.Message));
        Assert.Single(Organization.Sent);
    }

    [Fact]
    public async Task A_query_is_repeated_after_the_pause_the_service_asks_for_and_after_a_lost_answer()
    {
        Organization.ThenFault(0x80072322, retryAfter: TimeSpan.FromSeconds(17)).ThenLost().Then("EntityCollection", Rows());
        using var endpoint = Open();

        Assert.Equal(0, await endpoint.CountAsync("account", Filter.All, default));

        Assert.Equal(3, Organization.Sent.Count);
        Assert.Contains(TimeSpan.FromSeconds(17), Time.Pauses);
    }

    [Fact]
    public async Task Options_of_a_choice_come_over_the_Web_API()
    {
        Service.On("GET", "EntityDefinitions(LogicalName='account')/Attributes(", Reply.Ok("""{"OptionSet":{"Options":[{"Value":1,"Label":null}]}}"""));
        using var endpoint = Over();

        Assert.Single(Assert.Single(await Collect(endpoint.ReadAsync("account.paymenttermscode", ["label"], Filter.All, default))));
        Assert.Empty(Organization.Sent);
    }

    [Fact]
    public void The_service_is_closed_with_the_endpoint()
    {
        Open().Dispose();

        Assert.True(Organization.IsClosed);
    }

    private static string Text(OrgFilter? filter) => filter is null
        ? "all"
        : $"{(filter.IsAnd ? "and" : "or")}({string.Join(", ", filter.Filters.Select(Text).Concat(filter.Conditions.Select(Text)))})";

    private static string Text(OrgCondition condition) => $"{condition.Column} {condition.Operator} {string.Join(',', condition.Values.Select(Text))}".TrimEnd();

    private static string Text(object value) => value is DateTime time
        ? time.ToString("O", System.Globalization.CultureInfo.InvariantCulture)
        : FormattableString.Invariant($"{value}");
}
