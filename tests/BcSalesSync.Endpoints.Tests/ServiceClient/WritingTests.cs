using BcSalesSync.Contracts;
using BcSalesSync.Dataverse.ServiceClient.Organization;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Tests.ServiceClient;

public sealed class WritingTests : ServiceClientTest
{
    private static readonly FieldValue Name = FieldValue.Text("Adatum");

    [Fact]
    public async Task Values_have_the_types_of_their_columns()
    {
        Organization.Then("Responses", Done(Second));
        using var endpoint = Open();

        await endpoint.WriteAsync(
            "account",
            [
                Create(
                    First,
                    ("name", Name), ("creditlimit", FieldValue.Number(25000)), ("paymenttermscode", FieldValue.Number(4)),
                    ("creditonhold", FieldValue.Boolean(false)), ("lastusedincampaign", FieldValue.Date(new DateOnly(2026, 1, 31))),
                    ("telephone1", FieldValue.Empty), ("primarycontactid", FieldValue.Id(Second)),
                    ("ownerid", FieldValue.Reference("team", Second)), ("accountid", FieldValue.Id(First))),
            ],
            default);

        var request = Assert.Single(Requests());
        var row = Assert.IsType<OrgEntity>(request.Parameters["Target"]);
        Assert.Equal(("Create", "account", First), (request.Name, row.Table, row.Id));
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["name"] = "Adatum", ["creditlimit"] = new OrgMoney(25000), ["paymenttermscode"] = new OrgChoice(4), ["creditonhold"] = false,
                ["lastusedincampaign"] = new DateTime(2026, 1, 31), ["telephone1"] = null,
                ["primarycontactid"] = new OrgReference("contact", Second), ["ownerid"] = new OrgReference("team", Second),
            },
            row.Values);
    }

    [Fact]
    public async Task Versions_are_checked_where_one_is_given()
    {
        Organization.Then("Responses", Done(null, null, null));
        using var endpoint = Open();

        await endpoint.WriteAsync(
            "account",
            [
                Update(First, "W/\"7720402\"", ("name", Name)), Update(Second, null, ("name", Name)),
                new RecordWrite { Kind = WriteKind.Delete, Id = IdOf(1), IfMatch = "W/\"7\"" },
            ],
            default);

        var requests = Requests();
        Assert.Equal(["Update", "Delete", "Update"], requests.Select(request => request.Name));
        Assert.Equal("7720402", Assert.IsType<OrgEntity>(requests[0].Parameters["Target"]).RowVersion);
        Assert.Equal(OrgVersionCheck.IfRowVersionMatches, requests[0].Parameters["ConcurrencyBehavior"]);
        Assert.Equal(new OrgReference("account", IdOf(1), "7"), requests[1].Parameters["Target"]);
        Assert.Equal(OrgVersionCheck.IfRowVersionMatches, requests[1].Parameters["ConcurrencyBehavior"]);
        Assert.Null(Assert.IsType<OrgEntity>(requests[2].Parameters["Target"]).RowVersion);
        Assert.DoesNotContain("ConcurrencyBehavior", requests[2].Parameters.Keys);
        Assert.Equal(new OrgBatchSettings(ContinueOnError: true, ReturnResponses: true), Organization.Sent[0].Parameters["Settings"]);
    }

    [Theory]
    [InlineData(0x80060882u, WriteStatus.Stale)]
    [InlineData(0x80040217u, WriteStatus.NotFound)]
    [InlineData(0x80040265u, WriteStatus.Refused)]
    [InlineData(0x80072322u, WriteStatus.NotSent)]
    public async Task A_bad_row_costs_only_itself(uint code, WriteStatus expected)
    {
        Organization.Then("Responses", new List<OrgBatchItem>
        {
            new(0, null, new OrgFault(unchecked((int)code), "no")), new(1, new OrgResponse(new Dictionary<string, object?>()), null),
        });
        using var endpoint = Open();

        var outcomes = await endpoint.WriteAsync(
            "account", [Update(First, "W/\"7\"", ("name", Name)), Update(Second, "W/\"8\"", ("name", Name))], default);

        Assert.Equal([expected, WriteStatus.Done], outcomes.Select(outcome => outcome.Status));
        Assert.Equal($"0x{code:X8}", outcomes[0].Failure!.Code);
    }

    [Fact]
    public async Task Sets_of_new_rows_are_one_message_and_have_the_ids_that_are_answered()
    {
        Organization.Then("Ids", new[] { First, Second });
        using var endpoint = Open();

        var outcomes = await endpoint.WriteAsync("account", [Create(First, ("name", Name)), Create(null, ("name", Name))], default);

        Assert.Equal([(WriteStatus.Done, First), (WriteStatus.Done, Second)], outcomes.Select(outcome => (outcome.Status, outcome.Id!.Value)));
        var request = Assert.Single(Organization.Sent);
        var targets = Assert.IsType<OrgEntities>(request.Parameters["Targets"]);
        Assert.Equal(("CreateMultiple", "account"), (request.Name, targets.Table));
        Assert.Equal([First, Guid.Empty], targets.Rows.Select(row => row.Id));
    }

    [Fact]
    public async Task A_set_that_is_refused_is_sent_again_row_by_row()
    {
        Organization.ThenFault(0x80040217, "Account With Ids = x Do Not Exist").Then("Responses", new List<OrgBatchItem>
        {
            new(0, new OrgResponse(new Dictionary<string, object?>()), null),
            new(1, null, new OrgFault(unchecked((int)0x80040217), $"account With Id = {Second} Does Not Exist")),
        });
        using var endpoint = Open();

        var outcomes = await endpoint.WriteAsync("account", [Update(First, null, ("name", Name)), Update(Second, null, ("name", Name))], default);

        Assert.Equal(["UpdateMultiple", "ExecuteMultiple"], Organization.Sent.Select(request => request.Name));
        Assert.Equal([WriteStatus.Done, WriteStatus.NotFound], outcomes.Select(outcome => outcome.Status));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Rows_whose_answer_is_lost_are_unknown_and_not_sent_again(int rows)
    {
        Organization.ThenLost();
        using var endpoint = Open();

        var outcomes = await endpoint.WriteAsync("account", [.. Enumerable.Range(1, rows).Select(number => Create(IdOf(number), ("name", Name)))], default);

        Assert.All(outcomes, outcome => Assert.Equal((WriteStatus.Unknown, "AnswerLost"), (outcome.Status, outcome.Failure!.Code)));
        Assert.Single(Organization.Sent);
    }

    [Fact]
    public async Task A_row_without_an_answer_of_its_own_is_unknown()
    {
        Organization.Then("Responses", new List<OrgBatchItem> { new(0, new OrgResponse(new Dictionary<string, object?>()), null) });
        using var endpoint = Open();

        var outcomes = await endpoint.WriteAsync(
            "account", [Update(First, "W/\"7\"", ("name", Name)), Update(Second, "W/\"8\"", ("name", Name))], default);

        Assert.Equal([WriteStatus.Done, WriteStatus.Unknown], outcomes.Select(outcome => outcome.Status));
    }

    [Fact]
    public async Task A_message_refused_as_a_whole_is_divided_until_the_bad_row_is_alone()
    {
        Organization.Then(request => Items(request).Exists(item => item.Parameters["Target"] is OrgEntity row && row.Id == Second)
            ? throw new OrganizationFaultException(new OrgFault(unchecked((int)0x80040203), "cannot be read"))
            : ScriptedOrganization.Answer("Responses", Done([.. Items(request).Select(_ => (Guid?)null)])));
        using var endpoint = Open();
        RecordWrite[] writes = [.. new[] { First, IdOf(1), Second, IdOf(2) }.Select(id => Update(id, "W/\"7\"", ("name", Name)))];

        var outcomes = await endpoint.WriteAsync("account", writes, default);

        Assert.Equal(
            [WriteStatus.Done, WriteStatus.Done, WriteStatus.Refused, WriteStatus.Done], outcomes.Select(outcome => outcome.Status));
    }

    [Fact]
    public async Task What_the_service_turns_away_is_sent_again_and_at_last_not_sent()
    {
        Organization.ThenFault(0x80072326, retryAfter: TimeSpan.FromSeconds(5));
        using var endpoint = Open();

        var outcome = Assert.Single(await endpoint.WriteAsync("account", [Create(First, ("name", Name))], default));

        Assert.Equal((WriteStatus.NotSent, FailureClass.Transient), (outcome.Status, outcome.Failure!.Class));
        Assert.Equal(3, Organization.Sent.Count);
    }

    [Fact]
    public async Task A_value_without_a_form_is_refused_and_not_sent()
    {
        using var endpoint = Open();

        var outcome = Assert.Single(await endpoint.WriteAsync("account", [Create(First, ("nothing", Name))], default));

        Assert.Equal((WriteStatus.Refused, "value"), (outcome.Status, outcome.Failure!.Code));
        Assert.Empty(Organization.Sent);
    }

    [Fact]
    public async Task Cancellation_lets_the_message_under_way_finish_and_sends_no_other()
    {
        using var cancellation = new CancellationTokenSource();
        Organization.Then(_ =>
        {
            cancellation.Cancel();
            return ScriptedOrganization.Answer("Ids", new[] { First, Second });
        });
        using var endpoint = Open(batchSize: 2);

        var outcomes = await endpoint.WriteAsync(
            "account", [.. Enumerable.Range(1, 4).Select(number => Create(IdOf(number), ("name", Name)))], cancellation.Token);

        Assert.Equal(
            [WriteStatus.Done, WriteStatus.Done, WriteStatus.NotSent, WriteStatus.NotSent], outcomes.Select(outcome => outcome.Status));
    }

    private List<OrgRequest> Requests() => Items(Assert.Single(Organization.Sent));

    private static List<OrgRequest> Items(OrgRequest request)
    {
        Assert.Equal("ExecuteMultiple", request.Name);
        return [.. Assert.IsType<OrgRequests>(request.Parameters["Requests"]).Items];
    }

    private static List<OrgBatchItem> Done(params Guid?[] ids) =>
        [.. ids.Select((id, index) => new OrgBatchItem(index, new OrgResponse(new Dictionary<string, object?> { ["id"] = id }), null))];

    private static Guid IdOf(int number) => new(number, 3, 3, new byte[8]);
}
