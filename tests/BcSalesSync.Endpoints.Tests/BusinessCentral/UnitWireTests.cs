using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;
using BcSalesSync.Engine.Records;
using static BcSalesSync.Endpoints.Tests.Http.ScriptedHandler;

namespace BcSalesSync.Endpoints.Tests.BusinessCentral;

/// <summary>What units look like to Business Central, and what its answers mean.</summary>
public sealed class UnitWireTests
{
    private static readonly Guid First = new("5c1f9f1e-0b5a-4d1e-9f6b-1a2f0f3d7c01");

    [Fact]
    public async Task A_unit_is_one_transaction_that_stops_at_the_first_failure()
    {
        using var company = new ScriptedCompany(request => Batches.Answer(request, _ => (200, Answered)));

        await WriteAsync(company, Update(1), Update(2));

        var sent = Assert.Single(company.Sent);
        Assert.Equal("snapshot", sent.Headers["Isolation"]);
        Assert.DoesNotContain("Prefer", sent.Headers.Keys);
        Assert.Equal(["0", "1"], Batches.Requests(sent).Select(item => item.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Nested_rows_travel_in_the_body_of_their_record_under_the_name_of_their_table()
    {
        using var company = new ScriptedCompany(request => Batches.Answer(request, _ => (201, Answered)));
        KeyValuePair<string, FieldValue>[] row = [new("since", FieldValue.Empty), new("type", FieldValue.Text("Company"))];
        KeyValuePair<string, FieldValue>[] comment = [new("displayName", FieldValue.Text("Süd"))];

        var outcome = await WriteAsync(company, Update(1) with
        {
            Write = Update(1).Write with { Kind = WriteKind.Create },
            Nested = new NestedRecords("customers", [row, comment]),
        });

        Assert.Equal(
            $$"""{"id":"{{IdOf(1)}}","displayName":"N1","customers":[{"since":"0001-01-01","type":"Company"},{"displayName":"Süd"}]}""",
            Assert.Single(Batches.Requests(Assert.Single(company.Sent))).GetProperty("body").GetRawText());
        Assert.Equal((WriteStatus.Done, "C00120"), (outcome.Status, Assert.Single(outcome.Records)!["number"].ToString()));
    }

    [Fact]
    public async Task An_action_is_posted_to_its_record_and_answers_no_record()
    {
        using var company = new ScriptedCompany(request => Batches.Answer(request, _ => (204, "")));

        var outcome = await WriteAsync(company, new UnitAction("customers", First, "release"));

        var item = Assert.Single(Batches.Requests(Assert.Single(company.Sent)));
        Assert.Equal("POST", item.GetProperty("method").GetString());
        Assert.Equal($"{ScriptedCompany.Company}/customers({First})/Microsoft.NAV.release", item.GetProperty("url").GetString());
        Assert.Equal("*", item.GetProperty("headers").GetProperty("If-Match").GetString());
        Assert.Equal("{}", item.GetProperty("body").GetRawText());
        Assert.Equal(WriteStatus.Done, outcome.Status);
        Assert.Null(Assert.Single(outcome.Records));
    }

    [Theory]
    [InlineData(404, "Internal_RecordNotFound", WriteStatus.NotFound)]
    [InlineData(404, "BadRequest_ResourceNotFound", WriteStatus.Refused)]
    [InlineData(409, "Request_EntityChanged", WriteStatus.Stale)]
    [InlineData(400, "Application_DialogException", WriteStatus.Refused)]
    [InlineData(504, "Unknown", WriteStatus.Unknown)]
    public async Task A_step_that_fails_decides_whatever_the_others_say(int status, string code, WriteStatus expected)
    {
        using var company = new ScriptedCompany(request => Batches.Answer(
            request, index => index switch { 0 => (200, Answered), 1 => (status, Error(code)), _ => (0, "") }));

        var outcome = await WriteAsync(company, Update(1), new UnitAction("customers", First, "release"), Update(3));

        Assert.Equal((expected, 1, code), (outcome.Status, outcome.FailedStep, outcome.Failure!.Code));
        Assert.Empty(outcome.Records);
    }

    [Fact]
    public async Task A_unit_that_is_put_off_to_the_end_was_not_sent()
    {
        using var company = new ScriptedCompany(request => Batches.Answer(
            request, index => index == 0 ? (200, Answered) : (503, "")));

        var outcome = await WriteAsync(company, Update(1), Update(2));

        Assert.Equal(WriteStatus.NotSent, outcome.Status);
        Assert.Equal(3, company.Sent.Count);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(504)]
    public async Task An_envelope_that_broke_leaves_its_unit_unknown(int status)
    {
        using var company = new ScriptedCompany(_ => Status(status));

        Assert.Equal(WriteStatus.Unknown, (await WriteAsync(company, Update(1))).Status);
        Assert.Single(company.Sent);
    }

    [Theory]
    [InlineData("""{"responses":[{"id":"0","sta""")]
    [InlineData("""{"responses":[]}""")]
    [InlineData("""{"responses":[{"id":"0","status":200,"body":{"number":"without id"}}]}""")]
    public async Task An_answer_that_does_not_tell_leaves_its_unit_unknown(string answer)
    {
        using var company = new ScriptedCompany(_ => Json(answer));

        Assert.Equal(WriteStatus.Unknown, (await WriteAsync(company, Update(1))).Status);
    }

    [Fact]
    public async Task An_envelope_that_is_refused_costs_only_its_unit()
    {
        using var company = new ScriptedCompany(request => request.Body.Contains("N1", StringComparison.Ordinal)
            ? Json(Error("BadRequest"), System.Net.HttpStatusCode.BadRequest)
            : Batches.Answer(request, _ => (200, Answered)));

        var outcomes = await company.Endpoint.WriteUnitsAsync([new([Update(1)]), new([Update(2)])], default);

        Assert.Equal([WriteStatus.Refused, WriteStatus.Done], outcomes.Select(outcome => outcome.Status));
    }

    [Fact]
    public async Task A_call_that_the_system_turns_away_fails_as_a_whole()
    {
        using var company = new ScriptedCompany(_ => Status(403));

        var error = await Assert.ThrowsAsync<EndpointException>(() => WriteAsync(company, Update(1)));

        Assert.Equal(FailureClass.Permission, error.Failure.Class);
    }

    [Fact]
    public async Task What_one_envelope_cannot_carry_is_refused_and_not_sent()
    {
        using var company = new ScriptedCompany(_ => Status(500));
        var currency = new UnitWrite("currencies", Update(1).Write);
        var nested = Update(1) with { Nested = new NestedRecords("customers", []) };

        var outcomes = await company.Endpoint.WriteUnitsAsync(
            [new([.. Enumerable.Range(1, 101).Select(Update)]), new([Update(1), currency]), new([Update(2), nested])], default);

        Assert.Equal(["UnitTooLarge", "UnitAcrossApis", "NestedRows"], outcomes.Select(outcome => outcome.Failure!.Code));
        Assert.All(outcomes, outcome => Assert.Equal(
            (WriteStatus.Refused, FailureClass.Configuration), (outcome.Status, outcome.Failure!.Class)));
        Assert.Equal(1, outcomes[2].FailedStep);
        Assert.Empty(company.Sent);
    }

    [Fact]
    public async Task A_hundred_steps_and_their_nested_rows_fit_one_envelope()
    {
        using var company = new ScriptedCompany(request => Batches.Answer(request, _ => (200, Answered)));
        var create = Update(1) with
        {
            Write = Update(1).Write with { Kind = WriteKind.Create }, Nested = new NestedRecords("customers", [[], [], []]),
        };

        var outcome = await WriteAsync(company, [create, .. Enumerable.Range(2, 99).Select(Update)]);

        Assert.Equal((WriteStatus.Done, 100), (outcome.Status, outcome.Records.Count));
        Assert.Single(company.Sent);
    }

    [Fact]
    public async Task Cancellation_lets_the_unit_under_way_finish_and_sends_no_other()
    {
        using var cancellation = new CancellationTokenSource();
        using var company = new ScriptedCompany(
            request =>
            {
                cancellation.Cancel();
                return Batches.Answer(request, _ => (200, Answered));
            },
            2,
            options => options with { Http = options.Http with { Concurrency = 1 } });

        var outcomes = await company.Endpoint.WriteUnitsAsync([new([Update(1)]), new([Update(2)])], cancellation.Token);

        Assert.Equal([WriteStatus.Done, WriteStatus.NotSent], outcomes.Select(outcome => outcome.Status));
        Assert.Single(company.Sent);
    }

    private static async Task<UnitOutcome> WriteAsync(ScriptedCompany company, params UnitStep[] steps) =>
        Assert.Single(await company.Endpoint.WriteUnitsAsync([new WriteUnit(steps)], default));

    private static UnitWrite Update(int number) => new("customers", new RecordWrite
    {
        Kind = WriteKind.Update, Id = IdOf(number), Values = [new("displayName", FieldValue.Text("N" + number))],
    });

    private static Guid IdOf(int number) => new(number, 0, 0, new byte[8]);

    private static string Answered => $$"""{"@odata.etag":"W/\"b\"","id":"{{First}}","number":"C00120","systemRowVersion":7}""";

    private static string Error(string code) => $$$"""{"error":{"code":"{{{code}}}","message":"no"}}""";
}
