using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;
using Record = BcSalesSync.Engine.Records.Record;

namespace BcSalesSync.Endpoints.Tests.BusinessCentral;

/// <summary>The endpoint against the simulated system, which knows nothing of it.</summary>
public sealed class SandboxTests
{
    private static readonly string[] CustomerColumns =
    [
        "number", "displayName", "blocked", "currencyCode", "salespersonCode", "paymentTermsCode", "shipmentMethodCode",
        "shippingAgentCode",
        "primaryContactNumber", "creditLimit", "contact", "faxNumber",
    ];

    [Fact]
    public async Task Both_tiers_are_recognised()
    {
        using var with = new SandboxCompany();
        using var without = new SandboxCompany(tier: 0);

        var full = await with.Endpoint.GetFactsAsync(default);
        var reduced = await without.Endpoint.GetFactsAsync(default);

        Assert.Equal((2, "CRONUS International Ltd.", "EUR"), (full.Tier, full.CompanyName, full.LocalCurrency));
        Assert.Equal((0, "EUR"), (reduced.Tier, reduced.LocalCurrency));
        Assert.Equal(full.CompanyId, reduced.CompanyId);
    }

    [Fact]
    public async Task Customers_come_in_normal_form()
    {
        using var company = new SandboxCompany();

        var customers = await ReadAsync(company, "customers", CustomerColumns, Filter.All);

        var alpine = Assert.Single(customers, record => record["number"] == FieldValue.Text("C40000"));
        Assert.Equal(FieldValue.Text("Alpine Ski House"), alpine["displayName"]);
        Assert.Equal(FieldValue.Text("NET30"), alpine["paymentTermsCode"]);
        Assert.Equal(FieldValue.Number(5000), alpine["creditLimit"]);
        Assert.All(["blocked", "currencyCode", "faxNumber", "shipmentMethodCode"], column => Assert.True(alpine.Values[column].IsEmpty));
        Assert.NotNull(alpine.Version);
        Assert.NotNull(alpine.ETag);
        Assert.NotNull(alpine.ModifiedAt);
    }

    [Fact]
    public async Task The_local_currency_reads_as_blank_on_both_tiers()
    {
        using var without = new SandboxCompany(tier: 0);

        var customers = await ReadAsync(without, "customers", ["number", "currencyCode"], Where.IsBlank("currencyCode"));

        Assert.Equal(["C40000", "C60000", "C80000", "C90000"], customers.Select(record => record["number"].ToString()).Order());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(0)]
    public async Task Filters_select_what_they_say(int tier)
    {
        using var company = new SandboxCompany(tier: tier);

        Assert.Equal(8, await company.Endpoint.CountAsync("customers", Where.IsBlank("blocked"), default));
        Assert.Equal(1, await company.Endpoint.CountAsync("customers", Where.Is("blocked", "All"), default));
        Assert.Equal(1, await company.Endpoint.CountAsync("customers", Named("ADATUM corporation"), default));
        Assert.Equal(2, await company.Endpoint.CountAsync("customers", new AnyOf([Named("Relecloud"), Named("Litware, Inc.")]), default));
        var persons = new AllOf(
        [
            Where.Is("type", "Person"), Where.IsNotBlank("companyNumber"),
        ]);
        Assert.All(
            await ReadAsync(company, "contacts", ["type", "companyNumber"], persons),
            contact => Assert.True(contact["type"] == FieldValue.Text("Person") && !contact["companyNumber"].IsEmpty));
        Assert.Equal(11, await company.Endpoint.CountAsync("contacts", persons, default));
    }

    [Fact]
    public async Task Two_thousand_records_are_found_by_id_and_by_number_in_few_requests()
    {
        using var company = new SandboxCompany("scale:2000", pageSize: 500);
        var all = await ReadAsync(company, "customers", ["number", "displayName"], Filter.All);
        var before = company.Requests;

        var byId = await company.Endpoint.ReadByIdAsync("customers", ["number"], all.Select(record => record.Id).ToList(), default);
        var numbers = all.Select(record => record["number"]).ToList();
        var byNumber = await company.Endpoint.ReadByValueAsync("customers", [], "number", numbers, default);
        var byName = await company.Endpoint.ReadByValueAsync("customers", [], "displayName", [all[7]["displayName"]], default);

        Assert.Equal(all.Select(record => record.Id).Order(), byId.Select(record => record.Id).Order());
        Assert.Equal(2000, byNumber.Count);
        Assert.Contains(byName, record => record.Id == all[7].Id);
        Assert.Equal(3, company.Requests - before);
    }

    [Fact]
    public async Task Unknown_ids_are_absent()
    {
        using var company = new SandboxCompany();

        Assert.Empty(await company.Endpoint.ReadByIdAsync("customers", ["number"], [new Guid(1, 2, 3, new byte[8])], default));
    }

    [Fact]
    public async Task Creates_choose_their_ids_and_a_repeat_finds_them_taken()
    {
        using var company = new SandboxCompany();
        await company.Endpoint.GetSchemaAsync("customers", default);
        var before = company.Requests;
        var creates = Enumerable.Range(1, 250).Select(Create).ToList();

        var first = await company.Endpoint.WriteAsync("customers", creates, default);
        var second = await company.Endpoint.WriteAsync("customers", creates, default);

        Assert.All(first, (outcome, index) =>
        {
            Assert.Equal((WriteStatus.Done, creates[index].Id), (outcome.Status, outcome.Id));
            Assert.False(outcome.Record!["number"].IsEmpty);
            Assert.NotNull(outcome.Record.Version);
        });
        Assert.All(second, outcome => Assert.Equal(WriteStatus.AlreadyExists, outcome.Status));
        Assert.Equal(6, company.Requests - before);
    }

    [Fact]
    public async Task A_bad_record_costs_only_itself()
    {
        using var company = new SandboxCompany();
        var bad = Create(2) with { Values = [new("displayName", FieldValue.Text("Bad")), new("salespersonCode", FieldValue.Text("NOPE"))] };

        var outcomes = await company.Endpoint.WriteAsync("customers", [Create(1), bad, Create(3)], default);

        Assert.Equal([WriteStatus.Done, WriteStatus.Refused, WriteStatus.Done], outcomes.Select(outcome => outcome.Status));
        Assert.Equal("Internal_InvalidTableRelation", outcomes[1].Failure!.Code);
    }

    [Fact]
    public async Task Tokens_guard_against_overtaking_and_rows_that_are_gone_are_told()
    {
        using var company = new SandboxCompany();
        var adatum = Assert.Single(await ReadAsync(company, "customers", ["number"], Named("Adatum Corporation")));
        var update = new RecordWrite
        {
            Kind = WriteKind.Update,
            Id = adatum.Id,
            IfMatch = adatum.ETag,
            Values = [new("faxNumber", FieldValue.Text("1")), new("blocked", FieldValue.Empty)],
        };

        var fresh = Assert.Single(await company.Endpoint.WriteAsync("customers", [update], default));
        var stale = Assert.Single(await company.Endpoint.WriteAsync("customers", [update], default));
        var unknown = update with { Id = new Guid(9, 9, 9, new byte[8]) };
        var gone = Assert.Single(await company.Endpoint.WriteAsync("customers", [unknown], default));

        Assert.Equal((WriteStatus.Done, FieldValue.Text("1")), (fresh.Status, fresh.Record!["faxNumber"]));
        Assert.Equal(WriteStatus.Stale, stale.Status);
        Assert.Equal(WriteStatus.NotFound, gone.Status);
    }

    [Fact]
    public async Task Changes_since_the_last_read_and_deletions_come_once()
    {
        using var company = new SandboxCompany();
        var cursor = (await ChangesAsync(company, "customers", null))[^1].Cursor;
        await company.Endpoint.WriteAsync("customers", [Create(1), Create(2)], default);
        await company.Endpoint.WriteAsync("customers", [new RecordWrite { Kind = WriteKind.Delete, Id = Create(2).Id }], default);

        var changed = Assert.Single(await ChangesAsync(company, "customers", cursor));
        var before = company.Requests;
        var unchanged = Assert.Single(await ChangesAsync(company, "customers", changed.Cursor));

        Assert.Equal([Create(1).Id!.Value], changed.Records.Select(record => record.Id));
        Assert.Equal([Create(2).Id!.Value], changed.DeletedIds);
        Assert.Empty(unchanged.Records);
        Assert.Empty(unchanged.DeletedIds);
        Assert.InRange(company.Requests - before, 1, 3);
    }

    [Fact]
    public async Task A_read_in_pages_can_go_on_from_any_of_them()
    {
        using var company = new SandboxCompany("scale:25", pageSize: 10);

        var pages = await ChangesAsync(company, "customers", null);
        var rest = await ChangesAsync(company, "customers", pages[0].Cursor);

        Assert.Equal(25, pages.Sum(page => page.Records.Count));
        Assert.Equal(Ids(pages.Skip(1)), Ids(rest));
        Assert.Equal(pages[^1].Cursor, rest[^1].Cursor);
    }

    [Theory]
    [InlineData("salespeoplePurchasers", "code")]
    [InlineData("currencies", "code")]
    public async Task Tables_of_api_v2_bring_their_changes_by_time(string table, string column)
    {
        using var company = new SandboxCompany();
        var everything = new ChangeRequest(table, [column], Filter.All, null);
        var first = (await company.Endpoint.ReadChangesAsync(everything, default).ToListAsync())[^1];
        var known = first.Records.ToDictionary(record => record.Id, record => record.Version);
        var rename = new RecordWrite
        {
            Kind = WriteKind.Update, Id = first.Records[0].Id, Values = [new("displayName", FieldValue.Text("Renamed"))],
        };
        await company.Endpoint.WriteAsync(table, [rename], default);

        var pages = company.Endpoint.ReadChangesAsync(everything with { Cursor = first.Cursor }, default);
        var second = Assert.Single(await pages.ToListAsync());

        Assert.Equal([first.Records[0].Id], second.Records.Where(record => known[record.Id] != record.Version).Select(record => record.Id));
    }

    [Fact]
    public async Task Without_companion_codes_of_customers_are_read_and_written_through_ids()
    {
        using var company = new SandboxCompany(tier: 0);
        var columns = new[] { "paymentTermsCode", "shipmentMethodCode" };
        var adatum = Assert.Single(await ReadAsync(company, "customers", columns, Named("Adatum Corporation")));
        var update = new RecordWrite
        {
            Kind = WriteKind.Update,
            Id = adatum.Id,
            Values = [new("paymentTermsCode", FieldValue.Text("NET60")), new("shipmentMethodCode", FieldValue.Empty)],
        };

        var done = Assert.Single(await company.Endpoint.WriteAsync("customers", [update], default));
        var again = Assert.Single(await company.Endpoint.ReadByIdAsync("customers", columns, [adatum.Id], default));

        Assert.Equal(("NET30", "FOB"), (adatum["paymentTermsCode"].ToString(), adatum["shipmentMethodCode"].ToString()));
        Assert.Equal((WriteStatus.Done, "NET60"), (done.Status, done.Record!["paymentTermsCode"].ToString()));
        Assert.True(done.Record.Values["shipmentMethodCode"].IsEmpty);
        Assert.Equal(("NET60", ""), (again["paymentTermsCode"].ToString(), again["shipmentMethodCode"].ToString()));
    }

    [Fact]
    public async Task Without_companion_a_code_nobody_knows_is_refused_by_the_service()
    {
        using var company = new SandboxCompany(tier: 0);
        var create = Create(1) with
        {
            Id = null, Values = [new("displayName", FieldValue.Text("X")), new("paymentTermsCode", FieldValue.Text("NOPE"))],
        };

        var outcome = Assert.Single(await company.Endpoint.WriteAsync("customers", [create], default));

        Assert.Equal(WriteStatus.Refused, outcome.Status);
    }

    [Fact]
    public async Task Without_companion_names_and_customers_of_contacts_come_from_customer_contacts()
    {
        using var company = new SandboxCompany(tier: 0);
        var customer = Assert.Single(await ReadAsync(company, "customers", ["number"], Named("Adatum Corporation")));
        var schema = await company.Endpoint.GetSchemaAsync("contacts", default);

        var contacts = await ReadAsync(
            company, "contacts", ["firstName", "surname", "customerId"], Where.Is("surname", "townes"));

        var robert = Assert.Single(contacts);
        Assert.Equal(("Robert", "Townes"), (robert["firstName"].ToString(), robert["surname"].ToString()));
        Assert.Equal(customer.Id, robert["customerId"].AsId());
        Assert.False(schema!.Columns["surname"].CanUpdate);
    }

    private static Condition Named(string name) => Where.Is("displayName", name);

    private static IEnumerable<Guid> Ids(IEnumerable<ChangePage> pages) =>
        pages.SelectMany(page => page.Records).Select(record => record.Id);

    private static RecordWrite Create(int number) => new()
    {
        Kind = WriteKind.Create,
        Id = new Guid(number, 7, 7, new byte[8]),
        Values =
        [
            new("displayName", FieldValue.Text("New " + number)), new("currencyCode", FieldValue.Empty), new("blocked", FieldValue.Empty),
        ],
    };

    private static async Task<List<ChangePage>> ChangesAsync(SandboxCompany company, string table, string? cursor)
    {
        var request = new ChangeRequest(table, CustomerColumns, Filter.All, cursor);
        return await company.Endpoint.ReadChangesAsync(request, default).ToListAsync();
    }

    private static async Task<List<Record>> ReadAsync(SandboxCompany company, string table, IReadOnlyList<string> columns, Filter filter)
    {
        var records = new List<Record>();
        await foreach (var page in company.Endpoint.ReadAsync(table, columns, filter, default))
            records.AddRange(page);
        return records;
    }
}
