using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Tests.Dataverse.Service;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Tests.Dataverse;

public sealed class WritingTests : DataverseTest
{
    private const string CreateMultiple = "accounts/Microsoft.Dynamics.CRM.CreateMultiple";
    private const string UpdateMultiple = "accounts/Microsoft.Dynamics.CRM.UpdateMultiple";
    private static readonly FieldValue Name = FieldValue.Text("Adatum Corporation");

    [Fact]
    public async Task Rows_are_created_by_one_bulk_message_with_types_ids_and_bound_lookups()
    {
        Service.WithMetadata().On("POST", CreateMultiple, Reply.Ok($$"""{"Ids":["{{First}}","{{Second}}"]}"""));
        var company = new Guid("9f8e7d6c-5555-4a3b-8c1d-0e9f8a7b6c01");

        var outcomes = await Endpoint.WriteAsync(
            "account",
            [
                Create(
                    First,
                    ("name", Name),
                    ("creditlimit", FieldValue.Number(25000.50m)),
                    ("paymenttermscode", FieldValue.Number(1)),
                    ("creditonhold", FieldValue.Boolean(false)),
                    ("telephone1", FieldValue.Empty),
                    ("bcbi_companyid", FieldValue.Reference("bcbi_company", company)),
                    ("ownerid", FieldValue.Reference("team", Second))),
                Create(Second, ("name", FieldValue.Text("Fabrikam Süd")), ("primarycontactid", FieldValue.Empty)),
            ],
            default);

        Assert.All(outcomes, outcome => Assert.Equal(WriteStatus.Done, outcome.Status));
        Assert.Equal([First, Second], outcomes.Select(outcome => outcome.Id!.Value));
        var request = Assert.Single(Service.Requests);
        Assert.Equal("4.0", request.Headers["OData-Version"]);
        Assert.Equal("application/json; charset=utf-8", request.Headers["Content-Type"]);
        Assert.Equal("Bearer first", request.Headers["Authorization"]);
        var expected = $$"""
            {"Targets":[{"@odata.type":"Microsoft.Dynamics.CRM.account","accountid":"{{First}}","name":"Adatum Corporation",
            "creditlimit":25000.5,"paymenttermscode":1,"creditonhold":false,"telephone1":null,
            "bcbi_CompanyId@odata.bind":"/bcbi_companies({{company}})","ownerid@odata.bind":"/teams({{Second}})"},
            {"@odata.type":"Microsoft.Dynamics.CRM.account","accountid":"{{Second}}","name":"Fabrikam S\u00FCd",
            "primarycontactid@odata.bind":null}]}
            """;
        Assert.Equal(expected.ReplaceLineEndings(string.Empty), request.Body);
    }

    [Fact]
    public async Task Ten_thousand_rows_cost_a_hundred_requests()
    {
        Service.WithMetadata().On("POST", CreateMultiple, Reply.Ok("""{"Ids":[]}"""));
        var writes = Enumerable.Range(1, 10_000).Select(number => Create(IdOf(number), ("name", Name))).ToList();

        var outcomes = await Endpoint.WriteAsync("account", writes, default);

        Assert.Equal(writes.Select(write => write.Id), outcomes.Select(outcome => outcome.Id));
        Assert.Equal(100, Service.Requests.Count);
    }

    [Fact]
    public async Task A_bad_row_in_a_bulk_message_costs_only_itself_and_two_requests()
    {
        Service.WithMetadata()
            .On("POST", CreateMultiple, Reply.Failed(400, "0x80044331", "The length of 'name' exceeded 160."))
            .On("POST", "accounts?", Reply.Failed(500, "unused", "unused"))
            .On(
                call => call is { InBatch: true, Method: "POST" },
                call => call.Body.Contains("poison", StringComparison.Ordinal)
                    ? Reply.Failed(400, "0x80044331", "The length of 'name' exceeded 160.")
                    : new Reply(201, Row(call.Body.Split('"')[3])));

        var writes = Enumerable.Range(1, 100)
            .Select(number => Create(IdOf(number), ("name", number == 50 ? FieldValue.Text("poison") : Name)))
            .ToList();
        var outcomes = await Endpoint.WriteAsync("account", writes, default);

        Assert.Equal(2, Service.Requests.Count);
        var refused = Assert.Single(outcomes, outcome => outcome.Status != WriteStatus.Done);
        Assert.Equal((WriteStatus.Refused, IdOf(50)), (refused.Status, refused.Id!.Value));
        Assert.Equal((FailureClass.Data, "0x80044331"), (refused.Failure!.Class, refused.Failure.Code));
        Assert.Equal("7720415", outcomes[0].Record!.Version);
        Assert.Equal("W/\"7720415\"", outcomes[0].Record!.ETag);
    }

    [Fact]
    public async Task Updates_without_a_token_travel_in_bulk()
    {
        Service.WithMetadata().On("POST", UpdateMultiple, new Reply(204));

        var outcomes = await Endpoint.WriteAsync("account", Both(null), default);

        Assert.All(outcomes, outcome => Assert.Equal(WriteStatus.Done, outcome.Status));
        Assert.Contains($"\"accountid\":\"{Second}\"", Assert.Single(Service.Requests).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_writes_of_one_row_never_share_a_bulk_message()
    {
        Service.WithMetadata().On("POST", UpdateMultiple, new Reply(204));
        RecordWrite[] writes =
        [
            Update(First, null, ("name", Name)), Update(Second, null, ("name", Name)),
            Update(First, null, ("telephone1", Name)), Update(Second, null, ("telephone1", Name)),
        ];

        await Endpoint.WriteAsync("account", writes, default);

        Assert.Equal(2, Service.Requests.Count);
        Assert.DoesNotContain("telephone1", Service.Requests[0].Body, StringComparison.Ordinal);
        Assert.DoesNotContain("\"name\"", Service.Requests[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Updates_with_a_token_are_guarded_patches_of_one_batch()
    {
        Service.WithMetadata().On("PATCH", $"accounts({First})", new Reply(200, Row(First.ToString())));

        var outcome = Assert.Single(await Endpoint.WriteAsync("account", [Update(First, "W/\"7720402\"", ("name", Name))], default));

        Assert.Equal(WriteStatus.Done, outcome.Status);
        Assert.Equal("Adatum Corporation", outcome.Record!["name"].AsText());
        Assert.Equal("odata.continue-on-error", Assert.Single(Service.Requests).Prefer);
        var patch = Assert.Single(Service.Operations, call => call.InBatch);
        Assert.Equal($"accounts({First})?$select=name,versionnumber,modifiedon", patch.Address);
        Assert.Equal(("W/\"7720402\"", "return=representation"), (patch.Headers["If-Match"], patch.Prefer));
        Assert.Equal("""{"name":"Adatum Corporation"}""", patch.Body);
    }

    [Fact]
    public async Task An_unguarded_patch_never_creates_a_row_that_is_gone()
    {
        Service.WithMetadata(bulk: false)
            .On("PATCH", $"accounts({First})", Reply.Failed(404, "0x80040217", $"account With Id = {First} Does Not Exist"));

        var outcome = Assert.Single(await Endpoint.WriteAsync("account", [Update(First, null, ("name", Name))], default));

        Assert.Equal(WriteStatus.NotFound, outcome.Status);
        Assert.Equal("*", Assert.Single(Service.Operations, call => call.InBatch).Headers["If-Match"]);
    }

    [Theory]
    [InlineData(412, "0x80060882", "The version of the existing record doesn't match.", WriteStatus.Stale)]
    [InlineData(404, "0x80040217", "Contact With Ids = 1c2d3e4f-6666-4b5c-8d6e-7f8091a2b301 Do Not Exist", WriteStatus.Refused)]
    [InlineData(404, "0X80040217", "gone", WriteStatus.NotFound)]
    [InlineData(412, "0x80040237", "Cannot insert duplicate key.", WriteStatus.Refused)]
    [InlineData(403, "0x80040220", "Principal user is missing prvWriteAccount privilege.", WriteStatus.Refused)]
    public async Task The_outcome_of_an_update_follows_the_code(int status, string code, string message, WriteStatus expected)
    {
        Service.WithMetadata().On("PATCH", "accounts", Reply.Failed(status, code, message));

        var outcome = Assert.Single(await Endpoint.WriteAsync("account", [Update(First, "W/\"1\"", ("name", Name))], default));

        Assert.Equal(expected, outcome.Status);
        Assert.Equal(message, outcome.Failure!.Message);
    }

    [Fact]
    public async Task A_create_whose_id_is_taken_already_exists()
    {
        Service.WithMetadata()
            .On("POST", CreateMultiple, Reply.Failed(412, "0x80040237", "Cannot insert duplicate key."))
            .On("POST", "accounts?", Reply.Failed(412, "0x80040237", "It exists already."), new Reply(201, Row(Second.ToString())));

        var outcomes = await Endpoint.WriteAsync("account", [Create(First, ("name", Name)), Create(Second, ("name", Name))], default);

        Assert.Equal([WriteStatus.AlreadyExists, WriteStatus.Done], outcomes.Select(outcome => outcome.Status));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_write_whose_answer_is_lost_is_not_repeated_and_its_outcome_is_unknown(bool bulk)
    {
        Service.WithMetadata(bulk).On(
            call => bulk
                ? call.Address == CreateMultiple
                : call.Address == "$batch" && call.Body.Contains("POST /", StringComparison.Ordinal),
            _ => Reply.Dropped);

        var outcomes = await Endpoint.WriteAsync("account", [Create(First, ("name", Name)), Create(Second, ("name", Name))], default);

        Assert.All(outcomes, outcome => Assert.Equal(WriteStatus.Unknown, outcome.Status));
        Assert.Single(Service.Requests);
    }

    [Fact]
    public async Task A_throttled_write_waits_as_asked_and_goes_again()
    {
        Service.WithMetadata().On("POST", UpdateMultiple, Throttled("17"), new Reply(204));

        var outcomes = await Endpoint.WriteAsync("account", Both(null), default);

        Assert.All(outcomes, outcome => Assert.Equal(WriteStatus.Done, outcome.Status));
        Assert.Equal(2, Service.Requests.Count);
        Assert.Contains(TimeSpan.FromSeconds(17), Time.Pauses);
    }

    [Fact]
    public async Task Writes_that_stay_throttled_were_not_sent_and_say_why()
    {
        Service.WithMetadata().On("POST", UpdateMultiple, Throttled("1"));

        var outcomes = await Endpoint.WriteAsync("account", Both(null), default);

        Assert.All(
            outcomes,
            outcome => Assert.Equal((WriteStatus.NotSent, FailureClass.Transient), (outcome.Status, outcome.Failure!.Class)));
    }

    [Fact]
    public async Task Only_the_operations_of_a_batch_the_service_was_too_busy_for_go_again()
    {
        Service.WithMetadata()
            .On("PATCH", $"accounts({First})", new Reply(200, Row(First.ToString())))
            .On("PATCH", $"accounts({Second})", Throttled("5"), new Reply(200, Row(Second.ToString())));

        var outcomes = await Endpoint.WriteAsync("account", Both("W/\"1\""), default);

        Assert.All(outcomes, outcome => Assert.Equal(WriteStatus.Done, outcome.Status));
        Assert.Equal(3, Service.Operations.Count(call => call.Method == "PATCH"));
        Assert.Contains(TimeSpan.FromSeconds(5), Time.Pauses);
    }

    [Fact]
    public async Task Operations_the_service_stays_too_busy_for_were_not_sent()
    {
        Service.WithMetadata().On("PATCH", "accounts", Throttled("5"));

        var outcomes = await Endpoint.WriteAsync("account", Both("W/\"1\""), default);

        Assert.All(outcomes, outcome => Assert.Equal(WriteStatus.NotSent, outcome.Status));
        Assert.All(outcomes, outcome => Assert.Equal("0x80072322", outcome.Failure!.Code));
        Assert.Equal(4, Service.Requests.Count);
    }

    [Fact]
    public async Task An_answer_that_cannot_be_taken_apart_leaves_the_outcomes_unknown()
    {
        Service.WithMetadata().On(
            call => call.Address == "$batch" && call.Body.Contains("PATCH /", StringComparison.Ordinal),
            _ => Reply.Ok("--b\r\nContent-Type: application/http\r\n\r\n<html>") with { ContentType = "multipart/mixed; boundary=b" });

        var outcomes = await Endpoint.WriteAsync("account", Both("W/\"1\""), default);

        Assert.All(outcomes, outcome => Assert.Equal(WriteStatus.Unknown, outcome.Status));
    }

    [Fact]
    public async Task A_batch_that_is_too_large_is_halved()
    {
        Service.WithMetadata(bulk: false)
            .On("PATCH", "accounts", new Reply(200, Row(First.ToString())))
            .On(
                call => call.Address == "$batch" && call.Body.Split("PATCH ").Length > 3,
                _ => Reply.Failed(413, "0x8004418A", "The request is too large."));
        var writes = Enumerable.Range(1, 4).Select(number => Update(IdOf(number), null, ("name", Name))).ToList();

        var outcomes = await Endpoint.WriteAsync("account", writes, default);

        Assert.All(outcomes, outcome => Assert.Equal(WriteStatus.Done, outcome.Status));
        Assert.Equal(3, Service.Requests.Count);
    }

    [Fact]
    public async Task A_value_without_a_form_on_the_wire_is_refused_before_anything_is_sent_for_it()
    {
        Service.WithMetadata().On("PATCH", "accounts", new Reply(200, Row(First.ToString())));

        var outcomes = await Endpoint.WriteAsync(
            "account",
            [
                Update(First, "*", ("nav_foo", Name)),
                Update(First, "*", ("ownerid", FieldValue.Id(Second))),
                Update(First, "*", ("primarycontactid", FieldValue.Reference("account", Second))),
                Update(First, "*", ("paymenttermscode", Name)),
                Update(First, "*", ("name", Name)),
            ],
            default);

        Assert.Equal(
            [WriteStatus.Refused, WriteStatus.Refused, WriteStatus.Refused, WriteStatus.Refused, WriteStatus.Done],
            outcomes.Select(outcome => outcome.Status));
        Assert.Contains("nav_foo", outcomes[0].Failure!.Message, StringComparison.Ordinal);
        Assert.Single(Service.Operations, call => call.InBatch);
    }

    [Fact]
    public async Task A_polymorphic_lookup_is_bound_by_the_name_for_its_table_and_comes_back_with_it()
    {
        const string Contact = "1c2d3e4f-6666-4b5c-8d6e-7f8091a2b301";
        Service.WithMetadata().On("PATCH", "contacts", new Reply(200,
            $$"""
            {"@odata.etag":"W/\"9\"","_parentcustomerid_value@Microsoft.Dynamics.CRM.lookuplogicalname":"account",
             "_parentcustomerid_value":"{{First}}","contactid":"{{Contact}}"}
            """));

        var outcomes = await Endpoint.WriteAsync(
            "contact", [Update(new Guid(Contact), "*", ("parentcustomerid", FieldValue.Reference("account", First)))], default);

        Assert.Equal(FieldValue.Reference("account", First), outcomes[0].Record!["parentcustomerid"]);
        var patch = Assert.Single(Service.Operations, call => call.InBatch);
        Assert.Equal($$"""{"parentcustomerid_account@odata.bind":"/accounts({{First}})"}""", patch.Body);
        Assert.Equal("return=representation,odata.include-annotations=\"Microsoft.Dynamics.CRM.*\"", patch.Prefer);
    }

    [Fact]
    public async Task Deletions_are_operations_of_their_own_with_the_token_given()
    {
        Service.WithMetadata().On("DELETE", "accounts", new Reply(204));
        RecordWrite[] writes = [new() { Kind = WriteKind.Delete, Id = First, IfMatch = "W/\"3\"" }];

        var outcome = Assert.Single(await Endpoint.WriteAsync("account", writes, default));

        Assert.Equal((WriteStatus.Done, First), (outcome.Status, outcome.Id!.Value));
        var delete = Assert.Single(Service.Operations, call => call.InBatch);
        Assert.Equal(($"accounts({First})", "W/\"3\""), (delete.Address, delete.Headers["If-Match"]));
    }

    [Fact]
    public async Task After_cancellation_nothing_more_is_sent_and_the_rest_says_so()
    {
        using var source = new CancellationTokenSource();
        Service.WithMetadata().On(
            call => call.Address == CreateMultiple,
            _ =>
            {
                source.Cancel();
                return Reply.Ok("""{"Ids":[]}""");
            });
        var writes = Enumerable.Range(1, 2000).Select(number => Create(IdOf(number), ("name", Name))).ToList();

        var outcomes = await Endpoint.WriteAsync("account", writes, source.Token);

        var sent = Service.Requests.Count;
        Assert.InRange(sent, 1, 4);
        Assert.Equal(sent * 100, outcomes.Count(outcome => outcome.Status == WriteStatus.Done));
        Assert.Equal(2000 - (sent * 100), outcomes.Count(outcome => outcome.Status == WriteStatus.NotSent));
    }

    [Fact]
    public async Task A_signed_out_application_sends_nothing_more_and_its_call_ends()
    {
        Service.WithMetadata().On("POST", CreateMultiple, new Reply(401, "<html>sign in</html>"));

        var refused = await Assert.ThrowsAsync<EndpointException>(() =>
            Endpoint.WriteAsync("account", [Create(First, ("name", Name)), Create(Second, ("name", Name))], default));

        Assert.Equal(FailureClass.Fatal, refused.Failure.Class);
        Assert.Equal(2, Service.Requests.Count);
    }

    private static RecordWrite[] Both(string? ifMatch) => [Update(First, ifMatch, ("name", Name)), Update(Second, ifMatch, ("name", Name))];

    private static Reply Throttled(string seconds) =>
        Reply.Failed(429, "0x80072322", "Number of requests exceeded the limit.") with { RetryAfter = seconds };

    private static Guid IdOf(int number) => new(number, 1, 1, new byte[8]);

    private static string Row(string id) =>
        $$"""
        {"@odata.etag":"W/\"7720415\"","accountid":"{{id}}","name":"Adatum Corporation","versionnumber":7720415,
         "modifiedon":"2026-03-02T10:20:31Z"}
        """;
}
