using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Tests.BusinessCentral;

/// <summary>Units against the simulated Business Central.</summary>
public sealed class UnitTests
{
    [Fact]
    public async Task Two_tables_in_one_unit_are_both_saved_by_one_request_and_answered_with_their_numbers()
    {
        using var company = new SandboxCompany();
        await company.Endpoint.GetSchemaAsync("customers", default);
        var before = company.Requests;

        var outcome = await WriteAsync(company, Create("customers", 1), Create("items", 2));

        Assert.Equal(1, company.Requests - before);
        Assert.Equal((WriteStatus.Done, null), (outcome.Status, outcome.FailedStep));
        Assert.Equal([IdOf(1), IdOf(2)], outcome.Records.Select(record => record!.Id));
        Assert.All(outcome.Records, record => Assert.False(record!["number"].IsEmpty));
        Assert.Equal((1, 1), (await CountAsync(company, "customers", 1), await CountAsync(company, "items", 2)));
    }

    [Fact]
    public async Task A_second_step_that_fails_leaves_nothing_of_the_first()
    {
        using var company = new SandboxCompany();

        var outcome = await WriteAsync(company, Create("customers", 1), Create("customers", 2, ("paymentTermsCode", "NOPE")));

        Assert.Equal((WriteStatus.Refused, 1), (outcome.Status, outcome.FailedStep));
        Assert.Empty(outcome.Records);
        Assert.Equal((0, 0), (await CountAsync(company, "customers", 1), await CountAsync(company, "customers", 2)));
    }

    [Fact]
    public async Task A_bad_unit_costs_only_itself()
    {
        using var company = new SandboxCompany();

        var outcomes = await company.Endpoint.WriteUnitsAsync(
            [Unit(Create("customers", 1, ("paymentTermsCode", "NOPE"))), Unit(Create("customers", 2)), Unit(Create("nothings", 3))],
            default);

        Assert.Equal([WriteStatus.Refused, WriteStatus.Done, WriteStatus.Refused], outcomes.Select(outcome => outcome.Status));
        Assert.Equal((FailureClass.Capability, 0), (outcomes[2].Failure!.Class, outcomes[2].FailedStep));
        Assert.Equal((0, 1), (await CountAsync(company, "customers", 1), await CountAsync(company, "customers", 2)));
    }

    [Fact]
    public async Task An_id_that_is_taken_is_told_with_its_step()
    {
        using var company = new SandboxCompany();
        await WriteAsync(company, Create("customers", 1));

        var outcome = await WriteAsync(company, Create("items", 2), Create("customers", 1));

        Assert.Equal((WriteStatus.AlreadyExists, 1), (outcome.Status, outcome.FailedStep));
        Assert.Equal(0, await CountAsync(company, "items", 2));
    }

    [Fact]
    public async Task A_token_that_is_out_of_date_stops_the_whole_unit()
    {
        using var company = new SandboxCompany();
        var created = await WriteAsync(company, Create("customers", 1));
        await WriteAsync(company, Update("customers", 1, null, "Adatum"));

        var outcome = await WriteAsync(company, Create("items", 2), Update("customers", 1, created.Records[0]!.ETag, "Fabrikam"));

        Assert.Equal((WriteStatus.Stale, 1), (outcome.Status, outcome.FailedStep));
        Assert.Equal(0, await CountAsync(company, "items", 2));
        Assert.Equal("Adatum", Assert.Single(await ReadAsync(company, "customers", 1))["displayName"].ToString());
    }

    [Fact]
    public async Task A_record_is_created_changed_and_deleted_in_one_unit()
    {
        using var company = new SandboxCompany();

        var outcome = await WriteAsync(
            company, Create("customers", 1), Update("customers", 1, null, "Adatum"),
            new UnitWrite("customers", new RecordWrite { Kind = WriteKind.Delete, Id = IdOf(1) }));

        Assert.Equal(WriteStatus.Done, outcome.Status);
        Assert.Equal("Adatum", outcome.Records[1]!["displayName"].ToString());
        Assert.Null(outcome.Records[2]);
        Assert.Equal(0, await CountAsync(company, "customers", 1));
    }

    [Fact]
    public async Task A_lost_answer_leaves_the_unit_unknown_and_is_not_repeated()
    {
        using var company = new SandboxCompany();
        await company.Endpoint.GetSchemaAsync("customers", default);
        await company.FaultAsync("""{"system":"bc","method":"POST","path":"$batch","times":1,"when":"after"}""");

        var outcome = await WriteAsync(company, Create("customers", 1));

        Assert.Equal(WriteStatus.Unknown, outcome.Status);
        Assert.Equal(1, await CountAsync(company, "customers", 1));
    }

    [Theory]
    [InlineData("\"path\":\"$batch\",\"status\":429,\"retryAfter\":0")]
    [InlineData("\"path\":\"items\",\"operation\":true,\"status\":503")]
    public async Task A_unit_that_was_put_off_is_sent_once_more(string fault)
    {
        using var company = new SandboxCompany();
        await company.Endpoint.GetSchemaAsync("customers", default);
        await company.FaultAsync($$"""{"system":"bc","method":"POST","times":1,"when":"before",{{fault}}}""");
        var before = company.Requests;

        var outcome = await WriteAsync(company, Create("customers", 1), Create("items", 2));

        Assert.Equal(WriteStatus.Done, outcome.Status);
        Assert.Equal(2, company.Requests - before);
        Assert.Equal((1, 1), (await CountAsync(company, "customers", 1), await CountAsync(company, "items", 2)));
    }

    [Fact]
    public async Task Without_companion_a_unit_writes_codes_as_the_ids_the_service_takes()
    {
        using var company = new SandboxCompany(tier: 0);

        var outcome = await WriteAsync(company, Create("customers", 1, ("paymentTermsCode", "NET60")));

        Assert.Equal((WriteStatus.Done, "NET60"), (outcome.Status, outcome.Records[0]!["paymentTermsCode"].ToString()));
    }

    private static async Task<UnitOutcome> WriteAsync(SandboxCompany company, params UnitStep[] steps) =>
        Assert.Single(await company.Endpoint.WriteUnitsAsync([Unit(steps)], default));

    private static async Task<int> CountAsync(SandboxCompany company, string table, int number) =>
        (await ReadAsync(company, table, number)).Count;

    private static Task<IReadOnlyList<Engine.Records.Record>> ReadAsync(SandboxCompany company, string table, int number) =>
        company.Endpoint.ReadByIdAsync(table, ["displayName"], [IdOf(number)], default);

    private static WriteUnit Unit(params UnitStep[] steps) => new(steps);

    private static UnitWrite Create(string table, int number, params (string Column, string Value)[] more) => new(table, new RecordWrite
    {
        Kind = WriteKind.Create,
        Id = IdOf(number),
        Values =
        [
            new("displayName", FieldValue.Text("New " + number)),
            .. more.Select(pair => KeyValuePair.Create(pair.Column, FieldValue.Text(pair.Value))),
        ],
    });

    private static UnitWrite Update(string table, int number, string? ifMatch, string name) => new(table, new RecordWrite
    {
        Kind = WriteKind.Update, Id = IdOf(number), IfMatch = ifMatch, Values = [new("displayName", FieldValue.Text(name))],
    });

    private static Guid IdOf(int number) => new(number, 7, 7, new byte[8]);
}
