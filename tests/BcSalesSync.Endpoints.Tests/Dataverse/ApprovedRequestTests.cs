using BcSalesSync.Endpoints.Dataverse;
using BcSalesSync.Endpoints.Tests.Approvals;
using BcSalesSync.Endpoints.Tests.Dataverse.Service;
using BcSalesSync.Endpoints.Tests.Http;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Endpoints.Tests.Dataverse;

/// <summary>Each kind of request to Dataverse, to the letter (spec/wire-dataverse.md, E1 to E14).</summary>
public sealed class ApprovedRequestTests : DataverseTest
{
    private const string Token = ScriptedService.Base + "/accounts?$select=name&$deltatoken=7720440%2103%2f02%2f2026%2010%3a31%3a05";
    private static readonly Guid Currency = new("e3a1b2c4-3333-4d5e-8f60-718293a4b501");
    private static readonly Guid Order = new("8e7d6c5b-7777-4c1d-9e2f-3a4b5c6d7e03");
    private static readonly FieldValue Phone = FieldValue.Text("+49 40 555 0199");

    [Fact]
    public Task Connecting_and_reading_definitions() => VerifyAsync(
        "connect",
        async endpoint =>
        {
            Service.On("GET", "WhoAmI()", Reply.Ok($$"""{"UserId":"{{First}}","OrganizationId":"{{Second}}"}"""))
                .On("GET", "organizations?", Reply.Ok($$"""{"value":[{"_basecurrencyid_value":"{{Currency}}"}]}"""))
                .On("GET", "bcbi_companies?", Reply.Ok("""{"value":[]}"""))
                .On("GET", "transactioncurrencies(", Reply.Ok("""{"isocurrencycode":"EUR"}"""));
            await endpoint.GetFactsAsync(default);
            await endpoint.GetSchemaAsync("account", default);
        },
        all: true);

    [Fact]
    public Task Reading_page_by_page() => VerifyAsync("read-pages", async endpoint =>
    {
        const string Next = ScriptedService.Base + "/contacts?$select=fullname&$skiptoken=%3Ccookie%20pagenumber=%222%22%20/%3E";
        Service.On("GET", "contacts?", Reply.Ok($$"""{"value":[],"@odata.nextLink":"{{Next}}"}"""), Reply.Ok("""{"value":[]}"""));
        var filter = new AllOf(
        [
            new Condition("statecode", FilterOperator.Equal, FieldValue.Number(0)),
            new Condition("firstname", FilterOperator.Equal, FieldValue.Text("D'Or & Süd")),
        ]);
        await Collect(endpoint.ReadAsync("contact", ["fullname", "parentcustomerid"], filter, default));
    });

    [Fact]
    public Task Reading_by_id() => VerifyAsync("read-by-id", endpoint =>
    {
        Service.On("GET", "accounts?", Reply.Ok("""{"value":[]}"""));
        return endpoint.ReadByIdAsync("account", ["name"], [First, Second], default);
    });

    [Fact]
    public Task Reading_by_value() => VerifyAsync("read-by-value", endpoint =>
    {
        Service.On("GET", "accounts?", Reply.Ok("""{"value":[]}"""));
        return endpoint.ReadByValueAsync("account", ["name"], "accountnumber", [FieldValue.Text("C1"), FieldValue.Text("C'2")], default);
    });

    [Fact]
    public Task Counting() => VerifyAsync("count", endpoint =>
    {
        Service.On("GET", "accounts?", Reply.Ok("""{"@odata.count":7,"value":[]}"""));
        return endpoint.CountAsync("account", new Condition("statecode", FilterOperator.Equal, FieldValue.Number(0)), default);
    });

    [Fact]
    public Task Reading_changes_the_first_time_and_the_next() => VerifyAsync("read-changes", async endpoint =>
    {
        Service.On("GET", "accounts?", Reply.Ok($$"""{"value":[],"@odata.deltaLink":"{{Token}}"}"""));
        var pages = await Collect(endpoint.ReadChangesAsync(new ChangeRequest("account", ["name"], Filter.All, null), default));
        await Collect(endpoint.ReadChangesAsync(new ChangeRequest("account", ["name"], Filter.All, pages[^1].Cursor), default));
    });

    [Fact]
    public Task Reading_changes_by_time_where_tracking_is_off() => VerifyAsync(
        "read-changes-by-time",
        async endpoint =>
        {
            Service.WithMetadata(tracking: false).On("GET", "accounts?", Reply.Ok("""{"value":[]}"""));
            var since = new DateTimeOffset(2026, 3, 2, 7, 50, 0, TimeSpan.Zero);
            await Collect(endpoint.ReadChangesAsync(new ChangeRequest("account", ["name"], Filter.All, null, since), default));
        });

    [Fact]
    public Task Creating_a_row() => WriteAsync("create", Create(
        First,
        ("name", FieldValue.Text("Adatum Süd")), ("creditlimit", FieldValue.Number(25000)), ("paymenttermscode", FieldValue.Number(1)),
        ("creditonhold", FieldValue.Boolean(false)), ("lastusedincampaign", FieldValue.Date(new DateOnly(2026, 1, 31))),
        ("bcbi_companyid", FieldValue.Reference("bcbi_company", Second))));

    [Fact]
    public Task Updating_a_row_of_a_known_version() => WriteAsync(
        "update", Update(First, "W/\"7720402\"", ("telephone1", Phone), ("name", FieldValue.Empty), ("primarycontactid", FieldValue.Empty)));

    [Fact]
    public Task Updating_a_row_whatever_its_version() => WriteAsync("update-any-version", Update(First, null, ("telephone1", Phone)));

    [Fact]
    public Task Deleting_rows() => WriteAsync(
        "delete",
        new RecordWrite { Kind = WriteKind.Delete, Id = First, IfMatch = "W/\"7720402\"" },
        new RecordWrite { Kind = WriteKind.Delete, Id = Second });

    [Fact]
    public Task Creating_many_rows() => WriteAsync(
        "create-multiple",
        Create(First, ("name", FieldValue.Text("Adatum")), ("bcbi_companyid", FieldValue.Reference("bcbi_company", Second))),
        Create(null, ("name", FieldValue.Text("Trey Research"))));

    [Fact]
    public Task Updating_many_rows() => WriteAsync(
        "update-multiple",
        Update(First, null, ("creditlimit", FieldValue.Number(30000))),
        Update(Second, null, ("creditlimit", FieldValue.Empty)));

    [Fact]
    public Task Writing_rows_together() => VerifyAsync("change-set", endpoint => endpoint.WriteUnitsAsync(
        [
            new(
            [
                new UnitWrite("account", Create(First, ("name", FieldValue.Text("Adatum")))),
                new UnitWrite("contact", Create(Second, ("parentcustomerid", FieldValue.Reference("account", First)))),
                new UnitWrite("account", Update(First, "W/\"7720402\"", ("primarycontactid", FieldValue.Reference("contact", Second)))),
            ]),
        ],
        default));

    [Fact]
    public Task Fulfilling_an_order() => VerifyAsync("fulfil-order", endpoint =>
    {
        Service.WithOrders();
        var submit = Update(Order, null, ("statecode", FieldValue.Number(1)), ("statuscode", FieldValue.Number(3)));
        return endpoint.WriteUnitsAsync([new([new UnitWrite("salesorder", submit), new UnitAction("salesorder", Order, "FulfillSalesOrder")])], default);
    });

    [Fact]
    public Task Adding_and_relabelling_a_choice() => VerifyAsync("choices", endpoint =>
    {
        Service.On("POST", "PublishXml", new Reply(204)).On("POST", "UpdateOptionValue", new Reply(204))
            .On("POST", "InsertOptionValue", Reply.Ok("""{"NewOptionValue":100000000}"""))
            .On("GET", "EntityDefinitions(LogicalName='account')/Attributes(LogicalName='paymenttermscode')", Reply.Ok(
                """{"OptionSet":{"Options":[{"Value":1,"Label":{"UserLocalizedLabel":{"Label":"Net 30","LanguageCode":1033}}}]}}"""));
        KeyValuePair<string, FieldValue>[] label = [new("label", FieldValue.Text("Net 7"))];
        return endpoint.WriteAsync(
            "account.paymenttermscode",
            [
                new RecordWrite { Kind = WriteKind.Create, Values = label },
                new RecordWrite { Kind = WriteKind.Update, Id = ChoiceId.For(1), Values = label },
            ],
            default);
    });

    private Task WriteAsync(string name, params RecordWrite[] writes) =>
        VerifyAsync(name, endpoint =>
        {
            Service.On("POST", "accounts/Microsoft.Dynamics.CRM.", Reply.Ok($$"""{"Ids":["{{First}}","{{Second}}"]}"""));
            return endpoint.WriteAsync("account", writes, default);
        });

    // Definitions are read on the way, once for all; they have an approval of their own.
    private async Task VerifyAsync(string name, Func<DataverseEndpoint, Task> act, bool all = false)
    {
        using var recorder = new RecordingHandler(Service.WithMetadata());
        using var endpoint = Connect(recorder, company: Second);
        await act(endpoint);
        await Approval.VerifyAsync("Dataverse", name, recorder.Sent.Where(request => all || !IsAboutDefinitions(request)));
    }

    private static bool IsAboutDefinitions(SentRequest request) => Array.Exists(
        ["EntityDefinitions(", "sdkmessagefilters"],
        name => (request.Url + request.Body).Contains(name, StringComparison.Ordinal));
}
