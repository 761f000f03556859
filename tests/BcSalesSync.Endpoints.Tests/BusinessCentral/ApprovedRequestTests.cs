using BcSalesSync.Endpoints.BusinessCentral;
using BcSalesSync.Endpoints.Tests.Approvals;
using BcSalesSync.Endpoints.Tests.Http;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;
using static BcSalesSync.Endpoints.Tests.Http.ScriptedHandler;

namespace BcSalesSync.Endpoints.Tests.BusinessCentral;

/// <summary>Each kind of request to Business Central, to the letter (spec/wire-bc.md, E1 to E15).</summary>
public sealed class ApprovedRequestTests
{
    private const string ETag = "W/\"JzIwOzEwMzgwNDEyNzczNTYxMTIyNDYxMTswMDsn\"";
    private const string Empty = """{"value":[]}""";
    private static readonly Guid First = new("5c1f9f1e-0b5a-4d1e-9f6b-1a2f0f3d7c01");
    private static readonly Guid Second = new("5c1f9f1e-0b5a-4d1e-9f6b-1a2f0f3d7c02");
    private static readonly KeyValuePair<string, FieldValue>[] Values =
    [
        new("displayName", FieldValue.Text("Adatum Süd")), new("blocked", FieldValue.Empty), new("creditLimit", FieldValue.Number(25000)),
        new("currencyCode", FieldValue.Text("USD")), new("paymentTermsId", FieldValue.Empty), new("since", FieldValue.Empty),
    ];

    [Fact]
    public Task Connecting_with_the_companion() => VerifyAsync("connect", endpoint => endpoint.GetFactsAsync(default), all: true);

    [Fact]
    public Task Reading_page_by_page() => VerifyAsync(
        "read-pages",
        endpoint => endpoint.ReadAsync("customers", ["number", "blocked"], Where.Is("displayName", "D'Or & Süd"), default).ToListAsync(),
        answer: request => Json(request.Url.Contains("skiptoken", StringComparison.Ordinal)
            ? Empty
            : """{"value":[],"@odata.nextLink":"https://bc.example/v2.0/tenant/Production/api/x?aid=FIN&$skiptoken='2026',5c1f"}"""));

    [Fact]
    public Task Reading_by_id() => VerifyAsync(
        "read-by-id", endpoint => endpoint.ReadByIdAsync("customers", ["number"], [First, Second], default));

    [Fact]
    public Task Reading_many_by_id() => VerifyAsync("read-many-by-id", endpoint => endpoint.ReadByIdAsync(
        "customers", ["number"], [.. Enumerable.Range(1, 51).Select(number => new Guid(number, 0, 0, new byte[8]))], default));

    [Fact]
    public Task Counting() => VerifyAsync(
        "count", endpoint => endpoint.CountAsync("customers", Where.IsNotBlank("number"), default), answer: _ => Status(200, body: "7"));

    [Fact]
    public Task Reading_changes_by_row_version_the_first_time_and_the_next() => VerifyAsync("read-changes", async endpoint =>
    {
        await ChangesAsync(endpoint, null);
        await ChangesAsync(endpoint, """{"v":482007}""");
    });

    [Fact]
    public Task Reading_changes_by_time_without_the_companion() => VerifyAsync(
        "read-changes-by-time",
        async endpoint =>
        {
            await ChangesAsync(endpoint, null);
            await ChangesAsync(endpoint, """{"t":"2026-03-02T08:05:00+00:00"}""");
        },
        tier: 0);

    [Fact]
    public Task Creating_a_record_under_an_id_of_our_own() => WriteAsync("create", tier: 2, Create(First, Values));

    [Fact]
    public Task Creating_a_record_without_the_companion() => WriteAsync(
        "create-standard", tier: 0, Create(First, [new("displayName", FieldValue.Text("Adatum")), new("currencyCode", FieldValue.Empty)]));

    [Fact]
    public Task Writing_independent_records() => WriteAsync(
        "batch",
        tier: 2,
        new RecordWrite { Kind = WriteKind.Update, Id = First, IfMatch = ETag, Values = Values[..1] },
        new RecordWrite { Kind = WriteKind.Update, Id = Second, Values = Values[1..2] },
        new RecordWrite { Kind = WriteKind.Delete, Id = Second, IfMatch = ETag },
        new RecordWrite { Kind = WriteKind.Delete, Id = First });

    [Fact]
    public Task Writing_records_together_and_calling_an_action() => VerifyAsync("transaction", endpoint => endpoint.WriteUnitsAsync(
        [
            new(
            [
                new UnitWrite("customers", Create(First, Values[..1])) { Nested = new NestedRecords("customers", [Values[1..3]]) },
                new UnitWrite("customers", new RecordWrite { Kind = WriteKind.Update, Id = Second, IfMatch = ETag, Values = Values[3..4] }),
                new UnitAction("customers", First, "release"),
            ]),
        ],
        default));

    private static RecordWrite Create(Guid id, KeyValuePair<string, FieldValue>[] values) =>
        new() { Kind = WriteKind.Create, Id = id, Values = values };

    private static Task ChangesAsync(BusinessCentralEndpoint endpoint, string? cursor) =>
        endpoint.ReadChangesAsync(new ChangeRequest("customers", ["number"], Filter.All, cursor), default).ToListAsync();

    private static Task WriteAsync(string name, int tier, params RecordWrite[] writes) =>
        VerifyAsync(name, endpoint => endpoint.WriteAsync("customers", writes, default), tier);

    // Discovery is asked on the way, once for all; it has an approval of its own.
    private static async Task VerifyAsync(
        string name,
        Func<BusinessCentralEndpoint, Task> act,
        int tier = 2,
        bool all = false,
        Func<SentRequest, HttpResponseMessage>? answer = null)
    {
        using var company = new ScriptedCompany(answer ?? Answer, tier);
        await act(company.Endpoint);
        await Approval.VerifyAsync("BusinessCentral", name, all ? company.Handler.Sent : company.Sent);
    }

    private static HttpResponseMessage Answer(SentRequest request) => !request.Url.EndsWith("$batch", StringComparison.Ordinal)
        ? Json(Empty)
        : Batches.Answer(request, _ => (200, $$"""{"value":[],"@odata.etag":"W/\"b\"","id":"{{First}}","systemRowVersion":7}"""));
}
