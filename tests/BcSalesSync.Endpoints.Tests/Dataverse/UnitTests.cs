using System.Net.Http.Json;
using System.Text.Json;
using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Dataverse;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Endpoints.Tests.Http;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;
using BcSalesSync.Engine.Records;
using BcSalesSync.Sandbox;

namespace BcSalesSync.Endpoints.Tests.Dataverse;

/// <summary>Units against the simulated Sales.</summary>
public sealed class UnitTests : IDisposable
{
    private readonly SandboxHandler sandbox = new(new SandboxOptions { Seed = "empty" });
    private readonly HttpClient control;
    private readonly DataverseEndpoint endpoint;

    public UnitTests()
    {
        control = new HttpClient(sandbox, disposeHandler: false) { BaseAddress = SandboxOptions.ControlAddress };
        endpoint = DataverseEndpoint.Create(
            new DataverseOptions { BaseAddress = SandboxOptions.SalesAddress },
            new HttpSettings { Time = new JumpingTime(TimeSpan.FromMinutes(2)), Jitter = new Random(7), MaxAttempts = 3 },
            sandbox,
            new TestTokens(),
            new NumberedIds());
    }

    [Fact]
    public async Task Two_tables_in_one_unit_are_both_saved_and_the_second_may_refer_to_the_first()
    {
        var outcome = await WriteAsync(Account(1), Contact(2, of: 1));

        Assert.Equal((WriteStatus.Done, null), (outcome.Status, outcome.FailedStep));
        Assert.Equal([IdOf(1), IdOf(2)], outcome.Records.Select(record => record!.Id));
        Assert.All(outcome.Records, record => Assert.NotNull(record!.Version));
        Assert.Equal(FieldValue.Reference("account", IdOf(1)), outcome.Records[1]!["parentcustomerid"]);
        Assert.Equal((1, 1), (await CountAsync("account", 1), await CountAsync("contact", 2)));
    }

    [Fact]
    public async Task A_second_step_that_fails_leaves_nothing_of_the_first()
    {
        var outcome = await WriteAsync(Account(1), Contact(2, of: 99));

        Assert.Equal((WriteStatus.Refused, 1), (outcome.Status, outcome.FailedStep));
        Assert.Empty(outcome.Records);
        Assert.Equal(0, await CountAsync("account", 1));
    }

    [Fact]
    public async Task A_bad_unit_costs_only_itself()
    {
        var outcomes = await endpoint.WriteUnitsAsync(
            [Unit(Account(1)), Unit(Account(2), Contact(3, of: 99)), Unit(Account(4)), Unit(new UnitWrite("nothing", Account(5).Write))],
            default);

        Assert.Equal(
            [WriteStatus.Done, WriteStatus.Refused, WriteStatus.Done, WriteStatus.Refused], outcomes.Select(outcome => outcome.Status));
        Assert.Equal((FailureClass.Capability, 0), (outcomes[3].Failure!.Class, outcomes[3].FailedStep));
        Assert.Equal((1, 0, 1), (await CountAsync("account", 1), await CountAsync("account", 2), await CountAsync("account", 4)));
    }

    [Fact]
    public async Task An_id_that_is_taken_is_told_with_its_step()
    {
        await WriteAsync(Account(1));

        var outcome = await WriteAsync(Account(2), Account(1));

        Assert.Equal((WriteStatus.AlreadyExists, 1), (outcome.Status, outcome.FailedStep));
        Assert.Equal(0, await CountAsync("account", 2));
    }

    [Fact]
    public async Task A_token_that_is_out_of_date_stops_the_whole_unit()
    {
        var created = await WriteAsync(Account(1));
        await WriteAsync(Update(1, null, ("name", FieldValue.Text("Adatum"))));

        var outcome = await WriteAsync(Account(2), Update(1, created.Records[0]!.ETag, ("name", FieldValue.Text("Fabrikam"))));

        Assert.Equal((WriteStatus.Stale, 1), (outcome.Status, outcome.FailedStep));
        Assert.Equal(0, await CountAsync("account", 2));
    }

    [Fact]
    public async Task An_update_never_brings_back_a_row()
    {
        var outcome = await WriteAsync(Account(1), Update(2, null, ("name", FieldValue.Text("Adatum"))));

        Assert.Equal((WriteStatus.NotFound, 1), (outcome.Status, outcome.FailedStep));
        Assert.Equal(0, await CountAsync("account", 2));
    }

    [Fact]
    public async Task Steps_on_one_row_go_in_order()
    {
        await WriteAsync(Account(1), State(1, 1, 2));

        var outcome = await WriteAsync(State(1, 0, 1), Update(1, null, ("name", FieldValue.Text("Adatum"))), State(1, 1, 2));

        Assert.Equal(WriteStatus.Done, outcome.Status);
        var row = Assert.Single(await endpoint.ReadByIdAsync("account", ["name", "statecode"], [IdOf(1)], default));
        Assert.Equal(("Adatum", FieldValue.Number(1)), (row["name"].ToString(), row["statecode"]));
    }

    [Fact]
    public async Task Units_on_one_row_go_in_the_order_given()
    {
        await WriteAsync(Account(1));

        var outcomes = await endpoint.WriteUnitsAsync(
            [.. Enumerable.Range(1, 9).Select(number => Unit(Update(1, null, ("name", FieldValue.Text("Name " + number)))))], default);

        Assert.All(outcomes, outcome => Assert.Equal(WriteStatus.Done, outcome.Status));
        Assert.Equal("Name 9", Assert.Single(await endpoint.ReadByIdAsync("account", ["name"], [IdOf(1)], default))["name"].ToString());
    }

    [Fact]
    public async Task A_row_is_deleted_with_what_replaces_it()
    {
        await WriteAsync(Account(1));

        var outcome = await WriteAsync(Account(2), new UnitWrite("account", new RecordWrite { Kind = WriteKind.Delete, Id = IdOf(1) }));

        Assert.Equal(WriteStatus.Done, outcome.Status);
        Assert.Null(outcome.Records[1]);
        Assert.Equal((0, 1), (await CountAsync("account", 1), await CountAsync("account", 2)));
    }

    [Fact]
    public async Task A_hundred_units_of_two_steps_cost_two_requests()
    {
        await endpoint.GetSchemaAsync("account", default);
        await endpoint.GetSchemaAsync("contact", default);
        await control.DeleteAsync("requests");

        var outcomes = await endpoint.WriteUnitsAsync(
            [.. Enumerable.Range(1, 100).Select(number => Unit(Account(number), Contact(1000 + number, of: number)))], default);

        Assert.All(outcomes, outcome => Assert.Equal(WriteStatus.Done, outcome.Status));
        Assert.Equal([.. Enumerable.Range(1, 100).Select(IdOf)], outcomes.Select(outcome => outcome.Records[0]!.Id));
        Assert.Equal(2, await CountRequestsAsync());
    }

    [Fact]
    public async Task A_lost_answer_leaves_its_units_unknown_and_is_not_repeated()
    {
        await endpoint.GetSchemaAsync("account", default);
        await FaultAsync("""{"system":"sales","method":"POST","path":"$batch","times":1,"when":"after"}""");

        var outcomes = await endpoint.WriteUnitsAsync([Unit(Account(1)), Unit(Account(2))], default);

        Assert.All(outcomes, outcome => Assert.Equal(WriteStatus.Unknown, outcome.Status));
        Assert.Equal(1, await CountAsync("account", 1));
    }

    [Theory]
    [InlineData("\"path\":\"$batch\"")]
    [InlineData("\"path\":\"contacts\",\"operation\":true")]
    public async Task What_was_put_off_is_sent_once_more_as_a_whole(string fault)
    {
        await endpoint.GetSchemaAsync("account", default);
        await endpoint.GetSchemaAsync("contact", default);
        await FaultAsync($$"""{"system":"sales","method":"POST","status":429,"retryAfter":1,"times":1,"when":"before",{{fault}}}""");
        await control.DeleteAsync("requests");

        var outcomes = await endpoint.WriteUnitsAsync([Unit(Account(1), Contact(2, of: 1)), Unit(Account(3))], default);

        Assert.All(outcomes, outcome => Assert.Equal(WriteStatus.Done, outcome.Status));
        Assert.Equal(2, await CountRequestsAsync());
    }

    [Fact]
    public async Task What_is_cancelled_before_it_was_sent_was_not_sent()
    {
        await endpoint.GetSchemaAsync("account", default);

        var outcomes = await endpoint.WriteUnitsAsync([Unit(Account(1))], new CancellationToken(canceled: true));

        Assert.Equal(WriteStatus.NotSent, Assert.Single(outcomes).Status);
        Assert.Equal(0, await CountAsync("account", 1));
    }

    public void Dispose()
    {
        endpoint.Dispose();
        control.Dispose();
        sandbox.Dispose();
    }

    private async Task<UnitOutcome> WriteAsync(params UnitStep[] steps) =>
        Assert.Single(await endpoint.WriteUnitsAsync([Unit(steps)], default));

    private async Task<int> CountAsync(string table, int number) =>
        (await endpoint.ReadByIdAsync(table, ["modifiedon"], [IdOf(number)], default)).Count;

    private async Task<int> CountRequestsAsync() =>
        (await control.GetFromJsonAsync<JsonElement>("requests")).GetProperty("total").GetInt32();

    private async Task FaultAsync(string rule)
    {
        var rules = JsonSerializer.Deserialize<JsonElement>($$"""{"rules":[{{rule}}]}""");
        (await control.PostAsJsonAsync("faults", rules)).EnsureSuccessStatusCode();
    }

    private static WriteUnit Unit(params UnitStep[] steps) => new(steps);

    private static UnitWrite Account(int number) =>
        Write("account", WriteKind.Create, number, null, ("name", FieldValue.Text($"Customer {number}")));

    private static UnitWrite Contact(int number, int of) => Write(
        "contact", WriteKind.Create, number, null,
        ("lastname", FieldValue.Text("Ostrowski")), ("parentcustomerid", FieldValue.Reference("account", IdOf(of))));

    private static UnitWrite State(int number, int state, int status) =>
        Update(number, null, ("statecode", FieldValue.Number(state)), ("statuscode", FieldValue.Number(status)));

    private static UnitWrite Update(int number, string? ifMatch, params (string Column, FieldValue Value)[] values) =>
        Write("account", WriteKind.Update, number, ifMatch, values);

    private static UnitWrite Write(
        string table, WriteKind kind, int number, string? ifMatch, params (string Column, FieldValue Value)[] values) =>
        new(table, new RecordWrite
        {
            Kind = kind,
            Id = IdOf(number),
            IfMatch = ifMatch,
            Values = [.. values.Select(pair => KeyValuePair.Create(pair.Column, pair.Value))],
        });

    private static Guid IdOf(int number) => new(number, 1, 1, new byte[8]);
}
