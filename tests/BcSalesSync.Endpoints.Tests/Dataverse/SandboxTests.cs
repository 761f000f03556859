using System.Net.Http.Json;
using System.Text.Json;
using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Dataverse;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Endpoints.Tests.Http;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;
using BcSalesSync.Sandbox;

namespace BcSalesSync.Endpoints.Tests.Dataverse;

/// <summary>The endpoint against the simulated Sales, which checks every request as the real one would.</summary>
public sealed class SandboxTests : IDisposable
{
    private readonly SandboxHandler sandbox = new(new SandboxOptions { Seed = "empty" });
    private readonly HttpClient control;
    private readonly DataverseEndpoint endpoint;

    public SandboxTests()
    {
        control = new HttpClient(sandbox, disposeHandler: false) { BaseAddress = SandboxOptions.ControlAddress };
        endpoint = Connect(pageSize: 5000);
    }

    [Theory]
    [InlineData("systemuser", "fullname", "internalemailaddress", "isdisabled", "islicensed", "isintegrationuser")]
    [InlineData("account", "name", "accountnumber", "creditlimit", "primarycontactid", "ownerid", "bcbi_companyid", "paymenttermscode")]
    [InlineData("contact", "fullname", "firstname", "parentcustomerid", "transactioncurrencyid", "statecode")]
    [InlineData("transactioncurrency", "isocurrencycode", "currencysymbol", "exchangerate", "currencyprecision")]
    public async Task Tables_are_described_with_their_columns(string table, params string[] columns)
    {
        var schema = await endpoint.GetSchemaAsync(table, default);

        Assert.Empty(columns.Except(schema!.Columns.Keys));
        Assert.NotNull(schema.NameColumn);
    }

    [Fact]
    public async Task A_polymorphic_lookup_knows_its_tables_and_a_choice_its_labels()
    {
        Assert.Equal(["account", "contact"], (await endpoint.GetSchemaAsync("contact", default))!.Columns["parentcustomerid"].Targets);
        var columns = (await endpoint.GetSchemaAsync("account", default))!.Columns;
        Assert.Equal(["systemuser", "team"], columns["ownerid"].Targets);
        Assert.Contains(new OptionChoice(1, "Net 30"), columns["paymenttermscode"].Choices);
        Assert.False(columns["statecode"].CanCreate);
        Assert.Equal(20, columns["accountnumber"].MaxLength);
    }

    [Fact]
    public async Task Facts_lead_to_the_company_its_team_and_the_base_currency()
    {
        var facts = await endpoint.GetFactsAsync(default);

        Assert.Equal("EUR", facts.LocalCurrency);
        Assert.Equal(2, facts.CurrencyPrecision);
        Assert.All([facts.UserId, facts.BaseCurrencyId, facts.CompanyId, facts.DefaultOwningTeamId], id => Assert.NotNull(id));
    }

    [Fact]
    public async Task A_thousand_rows_are_created_by_ten_requests_and_read_back_by_one()
    {
        await endpoint.GetSchemaAsync("account", default);
        await control.DeleteAsync("requests");

        var outcomes = await endpoint.WriteAsync("account", [.. Enumerable.Range(1, 1000).Select(Account)], default);
        var written = await CountRequestsAsync();
        var ids = outcomes.Select(outcome => outcome.Id!.Value).ToList();
        var rows = await endpoint.ReadByIdAsync("account", ["name", "creditlimit"], ids, default);

        Assert.All(outcomes, outcome => Assert.Equal(WriteStatus.Done, outcome.Status));
        Assert.InRange(written, 10, 11);
        Assert.Equal(1, await CountRequestsAsync() - written);
        Assert.Equal(1000, rows.Count);
        Assert.Equal(FieldValue.Number(10.5m), rows.Single(row => row["name"].AsText() == "Customer 7")["creditlimit"]);
    }

    [Fact]
    public async Task Creating_again_finds_that_the_rows_exist()
    {
        await endpoint.WriteAsync("account", [Account(1), Account(2)], default);

        var again = await endpoint.WriteAsync("account", [Account(1), Account(2), Account(3)], default);

        Assert.Equal([WriteStatus.AlreadyExists, WriteStatus.AlreadyExists, WriteStatus.Done], again.Select(outcome => outcome.Status));
    }

    [Fact]
    public async Task A_poisoned_row_costs_only_itself()
    {
        await FaultAsync(
            """
            {"system":"sales","set":"accounts","rowMatch":{"name":"Customer 50"},"status":400,"code":"0x80040265",
             "message":"Credit check failed."}
            """);

        var outcomes = await endpoint.WriteAsync("account", [.. Enumerable.Range(1, 100).Select(Account)], default);

        var refused = Assert.Single(outcomes, outcome => outcome.Status != WriteStatus.Done);
        Assert.Equal((WriteStatus.Refused, IdOf(50)), (refused.Status, refused.Id!.Value));
        Assert.Equal((FailureClass.Data, "Credit check failed."), (refused.Failure!.Class, refused.Failure.Message));
        Assert.NotNull(outcomes[0].Record!.Version);
    }

    [Fact]
    public async Task An_answer_that_is_lost_leaves_rows_that_can_be_read_back()
    {
        await endpoint.GetSchemaAsync("account", default);
        await FaultAsync("""{"system":"sales","method":"POST","path":"CreateMultiple","times":1,"when":"after"}""");

        var outcomes = await endpoint.WriteAsync("account", [Account(1), Account(2)], default);

        Assert.All(outcomes, outcome => Assert.Equal(WriteStatus.Unknown, outcome.Status));
        Assert.Equal(2, (await endpoint.ReadByIdAsync("account", ["name"], [IdOf(1), IdOf(2)], default)).Count);
    }

    [Fact]
    public async Task A_throttled_bulk_message_is_sent_again()
    {
        await FaultAsync(
            """{"system":"sales","method":"POST","path":"CreateMultiple","status":429,"retryAfter":2,"times":1,"when":"before"}""");

        var outcomes = await endpoint.WriteAsync("account", [Account(1), Account(2)], default);

        Assert.All(outcomes, outcome => Assert.Equal(WriteStatus.Done, outcome.Status));
    }

    [Fact]
    public async Task Guarded_writes_find_out_what_happened_meanwhile()
    {
        await endpoint.WriteAsync("account", [Account(1), Account(2)], default);
        var read = await endpoint.ReadByIdAsync("account", ["name"], [IdOf(1), IdOf(2)], default);
        var token = read.ToDictionary(row => row.Id, row => row.ETag);

        var done = await endpoint.WriteAsync("account", [Update(IdOf(1), token[IdOf(1)], "name", FieldValue.Text("Adatum"))], default);
        var stale = await endpoint.WriteAsync("account", [Update(IdOf(1), token[IdOf(1)], "name", FieldValue.Text("Fabrikam"))], default);
        var deleted = await endpoint.WriteAsync("account", [new() { Kind = WriteKind.Delete, Id = IdOf(2) }], default);
        var gone = await endpoint.WriteAsync("account", [Update(IdOf(2), token[IdOf(2)], "name", FieldValue.Text("Fabrikam"))], default);

        Assert.Equal(WriteStatus.Done, done[0].Status);
        Assert.Equal("Adatum", done[0].Record!["name"].AsText());
        Assert.NotEqual(token[IdOf(1)], done[0].Record!.ETag);
        Assert.Equal(
            [WriteStatus.Stale, WriteStatus.Done, WriteStatus.NotFound],
            new[] { stale, deleted, gone }.Select(outcomes => outcomes[0].Status));
    }

    [Fact]
    public async Task Unguarded_updates_in_bulk_never_bring_back_a_row()
    {
        await endpoint.WriteAsync("account", [Account(1)], default);

        var outcomes = await endpoint.WriteAsync(
            "account",
            [Update(IdOf(1), null, "name", FieldValue.Text("Adatum")), Update(IdOf(2), null, "name", FieldValue.Text("Fabrikam"))],
            default);

        Assert.Equal([WriteStatus.Done, WriteStatus.NotFound], outcomes.Select(outcome => outcome.Status));
    }

    [Fact]
    public async Task Lookups_are_set_read_filtered_and_cleared()
    {
        var facts = await endpoint.GetFactsAsync(default);
        var company = FieldValue.Reference("bcbi_company", facts.CompanyId!.Value);
        await endpoint.WriteAsync("account", [Account(1)], default);
        var contact = IdOf(9);
        await endpoint.WriteAsync(
            "contact",
            [
                Write(
                    WriteKind.Create,
                    contact,
                    ("lastname", FieldValue.Text("Ostrowski")),
                    ("parentcustomerid", FieldValue.Reference("account", IdOf(1))),
                    ("bcbi_companyid", company),
                    ("ownerid", FieldValue.Reference("team", facts.DefaultOwningTeamId!.Value))),
            ],
            default);
        var filter = new AllOf(
        [
            new Condition("statecode", FilterOperator.Equal, FieldValue.Number(0)),
            new Condition("parentcustomerid", FilterOperator.NotEqual, FieldValue.Empty),
            new Condition("parentcustomeridtype", FilterOperator.Equal, FieldValue.Text("account")),
            new AnyOf(
            [
                new Condition("bcbi_companyid", FilterOperator.Equal, company),
                new Condition("bcbi_companyid", FilterOperator.Equal, FieldValue.Empty),
            ]),
        ]);
        string[] columns = ["lastname", "parentcustomerid", "ownerid", "bcbi_companyid"];

        var row = Assert.Single(Assert.Single(await Collect(endpoint.ReadAsync("contact", columns, filter, default))));
        Assert.Equal(FieldValue.Reference("account", IdOf(1)), row["parentcustomerid"]);
        Assert.Equal(FieldValue.Reference("team", facts.DefaultOwningTeamId.Value), row["ownerid"]);
        Assert.Equal(company, row["bcbi_companyid"]);

        var cleared = await endpoint.WriteAsync("contact", [Update(contact, row.ETag, "parentcustomerid", FieldValue.Empty)], default);
        Assert.Equal(WriteStatus.Done, cleared[0].Status);
        Assert.True(cleared[0].Record!["parentcustomerid"].IsEmpty);
        Assert.Equal(0, await endpoint.CountAsync("contact", filter, default));
    }

    [Fact]
    public async Task Changes_are_followed_from_the_first_read_on()
    {
        await endpoint.WriteAsync("account", [Account(1), Account(2), Account(3)], default);
        var first = await ChangesAsync(null);
        await control.DeleteAsync("requests");
        var idle = await ChangesAsync(first[^1].Cursor);
        var cost = await CountRequestsAsync();

        await endpoint.WriteAsync("account", [Update(IdOf(2), null, "name", FieldValue.Text("Adatum"))], default);
        await endpoint.WriteAsync("account", [new() { Kind = WriteKind.Delete, Id = IdOf(3) }], default);
        var changes = Assert.Single(await ChangesAsync(idle[^1].Cursor));

        Assert.Equal(3, first.Sum(page => page.Records.Count));
        Assert.Empty(Assert.Single(idle).Records);
        Assert.Equal(1, cost);
        Assert.Equal("Adatum", Assert.Single(changes.Records)["name"].AsText());
        Assert.Equal([IdOf(3)], changes.DeletedIds);
    }

    [Fact]
    public async Task A_change_read_in_small_pages_goes_on_from_any_of_them()
    {
        using var small = Connect(pageSize: 2);
        await small.WriteAsync("account", [.. Enumerable.Range(1, 5).Select(Account)], default);
        var whole = await ChangesAsync(null, small);

        var rest = await ChangesAsync(whole[0].Cursor, small);

        Assert.Equal([2, 2, 1], whole.Select(page => page.Records.Count));
        Assert.Equal([false, false, true], whole.Select(page => page.IsLast));
        Assert.Equal(IdsIn(whole.Skip(1)), IdsIn(rest));
        Assert.Equal(3, (await Collect(small.ReadAsync("account", ["name"], Filter.All, default))).Count);
    }

    [Fact]
    public async Task Values_with_quotes_are_found()
    {
        FieldValue[] names = [.. new[] { "O'Neil", "3\" pipes", "50% & more", "Süd + Nord" }.Select(FieldValue.Text)];
        await endpoint.WriteAsync(
            "account", [.. names.Select((name, index) => Write(WriteKind.Create, IdOf(index + 1), ("name", name)))], default);

        var found = await endpoint.ReadByValueAsync("account", ["name"], "name", names, default);

        Assert.Equal(names.Order(ByText), found.Select(row => row["name"]).Order(ByText));
    }

    public void Dispose()
    {
        endpoint.Dispose();
        control.Dispose();
        sandbox.Dispose();
    }

    private static Comparer<FieldValue> ByText =>
        Comparer<FieldValue>.Create((one, other) => string.CompareOrdinal(one.ToString(), other.ToString()));

    private static RecordWrite Account(int number) => Write(
        WriteKind.Create, IdOf(number), ("name", FieldValue.Text($"Customer {number}")), ("creditlimit", FieldValue.Number(10.5m)));

    private static RecordWrite Update(Guid id, string? ifMatch, string column, FieldValue value) =>
        Write(WriteKind.Update, id, (column, value)) with { IfMatch = ifMatch };

    private static RecordWrite Write(WriteKind kind, Guid id, params (string Column, FieldValue Value)[] values) =>
        new() { Kind = kind, Id = id, Values = [.. values.Select(pair => KeyValuePair.Create(pair.Column, pair.Value))] };

    private static IEnumerable<Guid> IdsIn(IEnumerable<ChangePage> pages) => pages.SelectMany(page => page.Records).Select(row => row.Id);

    private static Guid IdOf(int number) => new(number, 1, 1, new byte[8]);

    private static async Task<List<T>> Collect<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
            list.Add(item);
        return list;
    }

    private Task<List<ChangePage>> ChangesAsync(string? cursor, DataverseEndpoint? by = null) =>
        Collect((by ?? endpoint).ReadChangesAsync(new ChangeRequest("account", ["name"], Filter.All, cursor), default));

    private DataverseEndpoint Connect(int pageSize) => DataverseEndpoint.Create(
        new DataverseOptions { BaseAddress = SandboxOptions.SalesAddress, FindCompany = FindCompanyAsync, PageSize = pageSize },
        new HttpSettings { Time = new JumpingTime(TimeSpan.FromMinutes(2)), Jitter = new Random(7), MaxAttempts = 3 },
        sandbox,
        new TestTokens(),
        new NumberedIds());

    private async Task FaultAsync(string rule)
    {
        var rules = JsonSerializer.Deserialize<JsonElement>($$"""{"rules":[{{rule}}]}""");
        (await control.PostAsJsonAsync("faults", rules)).EnsureSuccessStatusCode();
    }

    private async Task<int> CountRequestsAsync() =>
        (await control.GetFromJsonAsync<JsonElement>("requests")).GetProperty("total").GetInt32();

    private async Task<Guid?> FindCompanyAsync(CancellationToken cancellationToken)
    {
        var answer = await control.GetFromJsonAsync<JsonElement>("rows?system=sales&set=bcbi_companies", cancellationToken);
        return Guid.Parse(answer.GetProperty("rows")[0].GetProperty("bcbi_externalid").GetString()!);
    }
}
