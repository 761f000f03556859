using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using static BcSalesSync.Endpoints.Tests.Http.ScriptedHandler;

namespace BcSalesSync.Endpoints.Tests.BusinessCentral;

public sealed class WriteTests
{
    private static readonly Guid First = new("5c1f9f1e-0b5a-4d1e-9f6b-1a2f0f3d7c01");

    [Fact]
    public async Task A_create_chooses_its_id_keeps_the_order_of_values_and_writes_blanks()
    {
        using var company = new ScriptedCompany(request => Batches.Answer(request, _ => (201, Answered(7))));

        var outcome = Assert.Single(await company.Endpoint.WriteAsync(
            "customers",
            [
                new RecordWrite
                {
                    Kind = WriteKind.Create,
                    Id = First,
                    Values =
                    [
                        new("type", FieldValue.Text("Company")), new("displayName", FieldValue.Text("Süd & Söhne")),
                        new("blocked", FieldValue.Empty),
                        new("currencyCode", FieldValue.Empty), new("since", FieldValue.Empty), new("paymentTermsId", FieldValue.Empty),
                        new("creditLimit", FieldValue.Number(12.5m)),
                    ],
                },
            ],
            default));

        var item = Assert.Single(Batches.Requests(Assert.Single(company.Sent)));
        Assert.Equal("POST", item.GetProperty("method").GetString());
        Assert.Equal(
            ScriptedCompany.Company
            + "/customers?$select=id,systemRowVersion,systemModifiedAt,type,displayName,blocked,currencyCode,since,paymentTermsId"
            + ",creditLimit,number",
            item.GetProperty("url").GetString());
        Assert.Equal(
            """{"id":"5c1f9f1e-0b5a-4d1e-9f6b-1a2f0f3d7c01","type":"Company","displayName":"Süd & Söhne","blocked":"_x0020_","""
            + "\"currencyCode\":\"\",\"since\":\"0001-01-01\","
            + "\"paymentTermsId\":\"00000000-0000-0000-0000-000000000000\",\"creditLimit\":12.5}",
            item.GetProperty("body").GetRawText());
        Assert.Equal((WriteStatus.Done, "7"), (outcome.Status, outcome.Record!.Version));
        Assert.Equal(FieldValue.Text("C00120"), outcome.Record["number"]);
    }

    [Fact]
    public async Task A_create_through_api_v2_sends_no_id()
    {
        using var company = new ScriptedCompany(request => Batches.Answer(request, _ => (201, Answered(7))));

        var create = Update(1) with { Kind = WriteKind.Create, Values = [new("code", FieldValue.Text("USD"))] };
        await company.Endpoint.WriteAsync("currencies", [create], default);

        Assert.Equal("""{"code":"USD"}""", Batches.Requests(company.Sent[0])[0].GetProperty("body").GetRawText());
    }

    [Fact]
    public async Task Updates_and_deletes_send_the_token_or_a_star()
    {
        using var company = new ScriptedCompany(request => Batches.Answer(request, index => index == 2 ? (204, "") : (200, Answered(7))));

        var outcomes = await company.Endpoint.WriteAsync(
            "customers",
            [Update(1), Update(2) with { IfMatch = "W/\"a\"" }, new RecordWrite { Kind = WriteKind.Delete, Id = First }],
            default);

        var items = Batches.Requests(Assert.Single(company.Sent));
        Assert.Equal(["PATCH", "PATCH", "DELETE"], items.Select(item => item.GetProperty("method").GetString()));
        Assert.Equal(["*", "W/\"a\"", "*"], items.Select(item => item.GetProperty("headers").GetProperty("If-Match").GetString()));
        Assert.Equal($"{ScriptedCompany.Company}/customers({First})", items[2].GetProperty("url").GetString());
        Assert.All(outcomes, outcome => Assert.Equal(WriteStatus.Done, outcome.Status));
    }

    [Theory]
    [InlineData(WriteKind.Create, 400, "Internal_EntityWithSameKeyExists", WriteStatus.AlreadyExists)]
    [InlineData(WriteKind.Create, 409, "Internal_EntityWithSameKeyExists", WriteStatus.AlreadyExists)]
    [InlineData(WriteKind.Update, 409, "Internal_EntityWithSameKeyExists", WriteStatus.Refused)]
    [InlineData(WriteKind.Update, 409, "Request_EntityChanged", WriteStatus.Stale)]
    [InlineData(WriteKind.Update, 404, "Internal_RecordNotFound", WriteStatus.NotFound)]
    [InlineData(WriteKind.Delete, 400, "Internal_RecordNotFound", WriteStatus.NotFound)]
    [InlineData(WriteKind.Create, 400, "Internal_RecordNotFound", WriteStatus.Refused)]
    [InlineData(WriteKind.Update, 404, "BadRequest_ResourceNotFound", WriteStatus.Refused)]
    [InlineData(WriteKind.Update, 400, "Application_DialogException", WriteStatus.Refused)]
    [InlineData(WriteKind.Update, 504, "Unknown", WriteStatus.Unknown)]
    public async Task A_refusal_is_told_by_its_code(WriteKind kind, int status, string code, WriteStatus expected)
    {
        using var company = new ScriptedCompany(request => Batches.Answer(
            request, index => index == 0 ? (status, Error(code)) : (200, Answered(7))));

        var outcomes = await company.Endpoint.WriteAsync("customers", [Update(1) with { Kind = kind }, Update(2)], default);

        Assert.Equal([expected, WriteStatus.Done], outcomes.Select(outcome => outcome.Status));
        Assert.Equal(code, outcomes[0].Failure!.Code);
    }

    [Fact]
    public async Task Requests_put_off_inside_a_batch_are_sent_again_alone()
    {
        var round = 0;
        using var company = new ScriptedCompany(request =>
        {
            round++;
            return Batches.AnswerWith(request, index => round == 1 && index is 1 or 3
                ? (429, Error("Application_TooManyRequests"), """{"retry-after":"8"}""")
                : (200, Answered(index), "{}"));
        });

        var outcomes = await company.Endpoint.WriteAsync("customers", Updates(5), default);

        Assert.All(outcomes, outcome => Assert.Equal(WriteStatus.Done, outcome.Status));
        Assert.Equal(["1", "3"], Batches.Requests(company.Sent[1]).Select(item => item.GetProperty("id").GetString()));
        Assert.Equal("1", outcomes[1].Record!.Version);
        Assert.Contains(TimeSpan.FromSeconds(8), company.Time.Pauses);
    }

    [Fact]
    public async Task Requests_put_off_to_the_end_were_not_sent()
    {
        using var company = new ScriptedCompany(request => Batches.Answer(
            request, index => index == 0 ? (503, "") : (200, Answered(1))));

        var outcomes = await company.Endpoint.WriteAsync("customers", Updates(2), default);

        Assert.Equal([WriteStatus.NotSent, WriteStatus.Done], outcomes.Select(outcome => outcome.Status));
        Assert.Equal(FailureClass.Transient, outcomes[0].Failure!.Class);
        Assert.Equal(3, company.Sent.Count);
    }

    [Fact]
    public async Task A_request_without_answer_is_sent_once_more()
    {
        using var company = new ScriptedCompany(request => Batches.Answer(request, index => index == 1 ? (0, "") : (200, Answered(1))));

        var outcomes = await company.Endpoint.WriteAsync("customers", Updates(2), default);

        Assert.Equal([WriteStatus.Done, WriteStatus.NotSent], outcomes.Select(outcome => outcome.Status));
        Assert.Equal(2, company.Sent.Count);
    }

    [Fact]
    public async Task A_lost_answer_leaves_its_own_batch_unknown_and_nothing_is_repeated()
    {
        using var company = new ScriptedCompany(
            request => Batches.Requests(request).Count == 100
                ? throw new IOException("reset")
                : Batches.Answer(request, _ => (200, Answered(1))));

        var outcomes = await company.Endpoint.WriteAsync("customers", Updates(130), default);

        Assert.Equal(100, outcomes.Take(100).Count(outcome => outcome.Status == WriteStatus.Unknown));
        Assert.Equal(30, outcomes.Skip(100).Count(outcome => outcome.Status == WriteStatus.Done));
        Assert.Equal(2, company.Sent.Count);
    }

    [Fact]
    public async Task An_answer_that_cannot_be_read_leaves_its_batch_unknown()
    {
        using var company = new ScriptedCompany(_ => Json("""{"responses":[{"id":"0","sta"""));

        var outcomes = await company.Endpoint.WriteAsync("customers", Updates(2), default);

        Assert.All(outcomes, outcome => Assert.Equal(WriteStatus.Unknown, outcome.Status));
    }

    [Fact]
    public async Task A_call_of_which_nothing_was_carried_out_fails_as_a_whole()
    {
        using var company = new ScriptedCompany(_ => Status(403));

        var error = await Assert.ThrowsAsync<EndpointException>(() => company.Endpoint.WriteAsync("customers", Updates(2), default));

        Assert.Equal(FailureClass.Permission, error.Failure.Class);
    }

    [Fact]
    public async Task What_was_carried_out_before_a_whole_batch_was_refused_is_not_forgotten()
    {
        using var company = new ScriptedCompany(
            request => Batches.Requests(request).Count == 2 ? Batches.Answer(request, _ => (200, Answered(1))) : Status(403),
            2,
            options => options with { BatchSize = 2, Http = options.Http with { Concurrency = 1 } });

        var outcomes = await company.Endpoint.WriteAsync("customers", Updates(3), default);

        Assert.Equal([WriteStatus.Done, WriteStatus.Done, WriteStatus.NotSent], outcomes.Select(outcome => outcome.Status));
        Assert.Equal(FailureClass.Permission, outcomes[2].Failure!.Class);
    }

    [Fact]
    public async Task Cancellation_lets_the_batch_under_way_finish_and_sends_no_other()
    {
        using var cancellation = new CancellationTokenSource();
        using var company = new ScriptedCompany(
            request =>
            {
                cancellation.Cancel();
                return Batches.Answer(request, _ => (200, Answered(1)));
            },
            2,
            options => options with { BatchSize = 2, Http = options.Http with { Concurrency = 1 } });

        var outcomes = await company.Endpoint.WriteAsync("customers", Updates(4), cancellation.Token);

        Assert.Equal(
            [WriteStatus.Done, WriteStatus.Done, WriteStatus.NotSent, WriteStatus.NotSent], outcomes.Select(outcome => outcome.Status));
    }

    private static RecordWrite Update(int number) => new()
    {
        Kind = WriteKind.Update,
        Id = new Guid(number, 0, 0, new byte[8]),
        Values = [new("displayName", FieldValue.Text("N" + number))],
    };

    private static List<RecordWrite> Updates(int count) => Enumerable.Range(1, count).Select(Update).ToList();

    private static string Answered(long version) =>
        $$"""{"@odata.etag":"W/\"b\"","id":"{{First}}","number":"C00120","systemRowVersion":{{version}}}""";

    private static string Error(string code) => $$$"""{"error":{"code":"{{{code}}}","message":"no"}}""";
}
