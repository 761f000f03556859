using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Tests.Http;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.Tests.BusinessCentral;

public sealed class DiscoveryTests
{
    private const string Two = """
        {"value":[{"id":"8d7a5b10-3c2e-4f51-9a77-2b6d1e90c4f3","name":"Adatum DE"},
        {"id":"8d7a5b10-3c2e-4f51-9a77-2b6d1e90c4f4","name":"Adatum US"}]}
        """;

    [Fact]
    public async Task The_only_company_is_taken_when_none_is_named()
    {
        using var company = new ScriptedCompany(NothingElse);

        var facts = await company.Endpoint.GetFactsAsync(default);

        Assert.Equal((2, "Adatum DE", "EUR"), (facts.Tier, facts.CompanyName, facts.LocalCurrency));
    }

    [Fact]
    public async Task Several_companies_and_none_named_is_an_error_that_lists_them()
    {
        using var company = new ScriptedCompany(NothingElse) { Companies = Two };

        var error = await Assert.ThrowsAsync<EndpointException>(() => company.Endpoint.GetFactsAsync(default));

        Assert.Equal(FailureClass.Configuration, error.Failure.Class);
        Assert.Equal("No company was chosen. Companies: Adatum DE, Adatum US.", error.Message);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("<html/>")]
    [InlineData("""{"value":[{"id":5,"name":"X"}]}""")]
    public async Task An_answer_of_another_shape_is_a_clear_failure(string companies)
    {
        using var company = new ScriptedCompany(NothingElse) { Companies = companies };

        var error = await Assert.ThrowsAsync<EndpointException>(() => company.Endpoint.GetFactsAsync(default));

        Assert.Equal("UnreadableAnswer", error.Failure.Code);
    }

    [Theory]
    [InlineData("adatum us")]
    [InlineData("8D7A5B10-3C2E-4F51-9A77-2B6D1E90C4F4")]
    public async Task A_company_is_found_by_name_or_id(string wanted)
    {
        using var company = new ScriptedCompany(NothingElse, 0, options => options with { Company = wanted }) { Companies = Two };

        Assert.Equal("Adatum US", (await company.Endpoint.GetFactsAsync(default)).CompanyName);
    }

    [Fact]
    public async Task Without_companion_the_tier_is_0_and_the_local_currency_comes_from_the_ledger_setup()
    {
        using var company = new ScriptedCompany(NothingElse, tier: 0);

        var facts = await company.Endpoint.GetFactsAsync(default);

        Assert.Equal((0, "EUR"), (facts.Tier, facts.LocalCurrency));
    }

    [Fact]
    public async Task The_companion_goes_before_api_v2_and_takes_ids_from_clients()
    {
        using var company = new ScriptedCompany(NothingElse);

        var customers = await company.Endpoint.GetSchemaAsync("customers", default);
        var currencies = await company.Endpoint.GetSchemaAsync("currencies", default);

        Assert.True(customers!.AcceptsClientIds);
        Assert.Equal(("number", "displayName"), (customers.NumberColumn, customers.NameColumn));
        Assert.False(currencies!.AcceptsClientIds);
        Assert.Equal("code", currencies.NumberColumn);
    }

    [Fact]
    public async Task Schemas_are_read_once()
    {
        using var company = new ScriptedCompany(NothingElse);
        await company.Endpoint.GetSchemaAsync("customers", default);
        var before = company.Handler.Sent.Count;

        await company.Endpoint.GetSchemaAsync("currencies", default);
        var missing = await company.Endpoint.GetSchemaAsync("resources", default);

        Assert.Null(missing);
        Assert.Equal(before, company.Handler.Sent.Count);
    }

    [Fact]
    public void An_address_that_is_not_one_of_api_v2_is_refused() =>
        Assert.Throws<EndpointException>(() =>
            new ScriptedCompany(NothingElse, 2, options => options with { Address = new Uri("https://bc.example/ODataV4") }));

    private static HttpResponseMessage NothingElse(SentRequest request) => throw new InvalidOperationException(request.Url);
}
