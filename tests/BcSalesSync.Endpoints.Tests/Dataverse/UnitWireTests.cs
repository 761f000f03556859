using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Tests.Dataverse.Service;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Tests.Dataverse;

/// <summary>What units look like to Dataverse, and what its answers mean.</summary>
public sealed class UnitWireTests : DataverseTest
{
    private static readonly FieldValue Name = FieldValue.Text("Adatum");

    [Fact]
    public async Task Units_are_change_sets_whose_operations_are_numbered_through_the_batch()
    {
        Service.WithMetadata();
        AnswerBatch(Done(Row(First)), Done(Row(Second), string.Empty));

        var outcomes = await Endpoint.WriteUnitsAsync(
            [Unit(Create(First, ("name", Name))), Unit(Update(Second, "W/\"7\"", ("name", Name)), Delete(IdOf(3)))], default);

        Assert.All(outcomes, outcome => Assert.Equal(WriteStatus.Done, outcome.Status));
        var request = Assert.Single(Service.Requests);
        Assert.Equal("odata.continue-on-error", request.Prefer);
        var expected = $$"""
            --batch_bcsalessync
            Content-Type: multipart/mixed;boundary="changeset_bcsalessync"

            --changeset_bcsalessync
            Content-Type: application/http
            Content-Transfer-Encoding: binary
            Content-ID: 1

            POST /api/data/v9.2/accounts?$select=name,versionnumber,modifiedon HTTP/1.1
            Prefer: return=representation
            Content-Type: application/json; type=entry

            {"accountid":"{{First}}","name":"Adatum"}
            --changeset_bcsalessync--
            --batch_bcsalessync
            Content-Type: multipart/mixed;boundary="changeset_bcsalessync"

            --changeset_bcsalessync
            Content-Type: application/http
            Content-Transfer-Encoding: binary
            Content-ID: 2

            PATCH /api/data/v9.2/accounts({{Second}})?$select=name,versionnumber,modifiedon HTTP/1.1
            If-Match: W/"7"
            Prefer: return=representation
            Content-Type: application/json; type=entry

            {"name":"Adatum"}
            --changeset_bcsalessync
            Content-Type: application/http
            Content-Transfer-Encoding: binary
            Content-ID: 3

            DELETE /api/data/v9.2/accounts({{IdOf(3)}}) HTTP/1.1


            --changeset_bcsalessync--
            --batch_bcsalessync--

            """;
        Assert.Equal(expected.ReplaceLineEndings("\r\n"), request.Body);
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(3, false)]
    [InlineData(null, true)]
    [InlineData(null, false)]
    public async Task A_change_set_that_failed_is_told_by_one_part_with_or_without_number_and_closing_boundary(int? contentId, bool closed)
    {
        Service.WithMetadata();
        AnswerBatch(
            Done(Row(First)), Failed(404, "0x80040217", $"Account With Id = {Second} Does Not Exist", contentId, closed), Done(Row(First)));

        var outcomes = await Endpoint.WriteUnitsAsync(
            [
                Unit(Update(First, null, ("name", Name))),
                Unit(Create(IdOf(1), ("name", Name)), Update(Second, null, ("name", Name)), Update(IdOf(2), null, ("name", Name))),
                Unit(Update(IdOf(3), null, ("name", Name))),
            ],
            default);

        Assert.Equal([WriteStatus.Done, WriteStatus.NotFound, WriteStatus.Done], outcomes.Select(outcome => outcome.Status));
        Assert.Equal((1, "0x80040217"), (outcomes[1].FailedStep, outcomes[1].Failure!.Code));
    }

    [Fact]
    public async Task A_failure_without_number_that_may_be_about_any_step_names_none()
    {
        Service.WithMetadata();
        AnswerBatch(Failed(400, "0x80040265", "Credit check failed.", null, closed: true));

        var outcome = Assert.Single(await Endpoint.WriteUnitsAsync(
            [Unit(Create(First, ("name", Name)), Update(Second, null, ("name", Name)))], default));

        Assert.Equal((WriteStatus.Refused, null, "Credit check failed."), (outcome.Status, outcome.FailedStep, outcome.Failure!.Message));
    }

    [Fact]
    public async Task A_change_set_answered_in_part_is_unknown()
    {
        Service.WithMetadata();
        AnswerBatch(Done(Row(First)));

        var outcome = Assert.Single(await Endpoint.WriteUnitsAsync(
            [Unit(Create(First, ("name", Name)), Update(Second, null, ("name", Name)))], default));

        Assert.Equal(WriteStatus.Unknown, outcome.Status);
    }

    [Theory]
    [InlineData(504, WriteStatus.Unknown, 1)]
    [InlineData(500, WriteStatus.Unknown, 1)]
    [InlineData(200, WriteStatus.Unknown, 1)]
    [InlineData(429, WriteStatus.NotSent, 3)]
    [InlineData(400, WriteStatus.Refused, 3)]
    public async Task A_batch_without_parts_is_told_by_its_status(int status, WriteStatus expected, int requests)
    {
        Service.WithMetadata();
        AnswerBatch(new Reply(status, "gateway"));

        var outcomes = await Endpoint.WriteUnitsAsync([Unit(Create(First, ("name", Name))), Unit(Create(Second, ("name", Name)))], default);

        Assert.All(outcomes, outcome => Assert.Equal(expected, outcome.Status));
        Assert.Equal(requests, Service.Requests.Count);
    }

    [Theory]
    [InlineData(401, FailureClass.Fatal)]
    [InlineData(403, FailureClass.Permission)]
    public async Task Units_that_are_not_let_in_at_all_end_the_call(int status, FailureClass expected)
    {
        Service.WithMetadata();
        AnswerBatch(new Reply(status, "gateway"));

        var refused = await Assert.ThrowsAsync<EndpointException>(() => Endpoint.WriteUnitsAsync([Unit(Create(First, ("name", Name)))], default));

        Assert.Equal(expected, refused.Failure.Class);
    }

    [Fact]
    public async Task What_Sales_does_not_offer_in_a_unit_is_refused_and_not_sent()
    {
        Service.WithMetadata();
        var nested = new UnitWrite("account", Create(First, ("name", Name))) { Nested = new NestedRecords("contact", []) };
        var large = Enumerable.Range(1, 1001).Select(number => Create(IdOf(number), ("name", Name))).ToArray();

        var outcomes = await Endpoint.WriteUnitsAsync(
            [new([new UnitAction("account", First, "release")]), new([nested]), Unit(large), Unit(Create(First, ("nothing", Name)))],
            default);

        Assert.All(outcomes, outcome => Assert.Equal(
            (WriteStatus.Refused, FailureClass.Configuration), (outcome.Status, outcome.Failure!.Class)));
        Assert.Equal(["UnitAction", "NestedRows", "UnitTooLarge", "value"], outcomes.Select(outcome => outcome.Failure!.Code));
        Assert.Empty(Service.Requests);
    }

    private void AnswerBatch(params string[] sets)
    {
        var text = string.Concat(sets.Select(set => "--batchresponse_1\n" + set)) + "--batchresponse_1--\n";
        AnswerBatch(new Reply(200, text.ReplaceLineEndings("\r\n")) { ContentType = "multipart/mixed; boundary=batchresponse_1" });
    }

    // The endpoint asks for metadata in batches as well, which are answered by the rules for their operations.
    private void AnswerBatch(Reply reply) => Service.On(
        call => call.Address == "$batch" && call.Body.Contains("changeset", StringComparison.Ordinal), _ => reply);

    private static string Done(params string[] bodies) => ChangeSet(
        closed: true, [.. bodies.Select(body => body.Length == 0 ? "\nHTTP/1.1 204 No Content\n\n\n" : $"\nHTTP/1.1 200 OK\n\n{body}\n")]);

    private static string Failed(int status, string code, string message, int? contentId, bool closed) => ChangeSet(
        closed,
        (contentId is { } id ? $"Content-ID: {id}\n" : string.Empty)
            + $$$"""

            HTTP/1.1 {{{status}}} Whatever
            OData-Version: 4.0

            {"error":{"code":"{{{code}}}","message":"{{{message}}}"}}

            """);

    private static string ChangeSet(bool closed, params string[] parts) =>
        "Content-Type: multipart/mixed; boundary=changesetresponse_2\n\n"
        + string.Concat(parts.Select(part => "--changesetresponse_2\nContent-Type: application/http\n" + part))
        + (closed ? "--changesetresponse_2--\n" : string.Empty);

    private static string Row(Guid id) => $$"""{"@odata.etag":"W/\"8\"","accountid":"{{id}}","name":"Adatum","versionnumber":8}""";

    private static WriteUnit Unit(params RecordWrite[] writes) => new([.. writes.Select(write => new UnitWrite("account", write))]);

    private static RecordWrite Delete(Guid id) => new() { Kind = WriteKind.Delete, Id = id };

    private static Guid IdOf(int number) => new(number, 3, 3, new byte[8]);
}
