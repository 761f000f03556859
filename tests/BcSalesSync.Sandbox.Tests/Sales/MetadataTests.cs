using System.Net;

namespace BcSalesSync.Sandbox.Tests.Sales;

public sealed class MetadataTests : IDisposable
{
    private readonly SalesClient _client = new();

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("WhoAmI")]
    [InlineData("WhoAmI()")]
    public async Task A_client_learns_who_it_is(string address)
    {
        var answer = await _client.SendAsync("GET", address);

        var user = await _client.GetAsync($"systemusers({answer.Json.GetProperty("UserId").GetGuid()})?$select=fullname,isintegrationuser");
        Assert.Equal("Integration User", user.GetProperty("fullname").GetString());
        Assert.Equal("8", answer.Headers["x-ms-dop-hint"]);
        Assert.Equal("1,200.00", answer.Headers["x-ms-ratelimit-time-remaining-xrm-requests"]);
        Assert.StartsWith(
            "9.2", (await _client.GetAsync("RetrieveVersion()")).GetProperty("Version").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_tells_its_set_its_features_and_its_navigation_names()
    {
        var table = await _client.GetAsync(
            "EntityDefinitions(LogicalName='account')?$select=LogicalName,EntitySetName,PrimaryIdAttribute,"
            + "ChangeTrackingEnabled,IsOptimisticConcurrencyEnabled"
            + "&$expand=ManyToOneRelationships($select=ReferencingAttribute,ReferencedEntity,ReferencingEntityNavigationPropertyName),"
            + "Keys($select=LogicalName)");

        Assert.Equal("accounts", table.GetProperty("EntitySetName").GetString());
        Assert.True(table.GetProperty("ChangeTrackingEnabled").GetBoolean());
        Assert.Equal(0, table.GetProperty("Keys").GetArrayLength());
        Assert.False(table.TryGetProperty("SchemaName", out _));
        var company = Assert.Single(
            table.GetProperty("ManyToOneRelationships").EnumerateArray(),
            way => way.GetProperty("ReferencingAttribute").GetString() == "bcbi_companyid");
        Assert.Equal("bcbi_CompanyId", company.GetProperty("ReferencingEntityNavigationPropertyName").GetString());
        Assert.Contains(
            table.GetProperty("ManyToOneRelationships").EnumerateArray(),
            way => way.GetProperty("ReferencedEntity").GetString() == "owner");
    }

    [Fact]
    public async Task An_organisation_without_the_solutions_shows_nothing_of_them_beside_one_that_has_them()
    {
        using var plain = new SalesClient(new SandboxOptions { Seed = "cronus", BusinessCentralSolutions = false });

        foreach (var (client, has) in new[] { (_client, true), (plain, false), (_client, true) })
        {
            var model = (await client.SendAsync("GET", "$metadata")).Text;
            var attributes = await client.RowsAsync("EntityDefinitions(LogicalName='account')/Attributes?$select=LogicalName");
            Assert.Equal(has, model.Contains("bcbi_companyid", StringComparison.Ordinal));
            Assert.Equal(has, attributes.Exists(attribute => attribute.GetProperty("LogicalName").GetString() == "bcbi_companyid"));
        }
    }

    [Fact]
    public async Task Lengths_are_told_by_the_text_attributes()
    {
        var attributes = await _client.RowsAsync(
            "EntityDefinitions(LogicalName='contact')/Attributes/Microsoft.Dynamics.CRM.StringAttributeMetadata"
            + "?$select=LogicalName,MaxLength,IsValidForUpdate");

        var first = Assert.Single(attributes, attribute => attribute.GetProperty("LogicalName").GetString() == "firstname");
        Assert.Equal(50, first.GetProperty("MaxLength").GetInt32());
        Assert.False(Assert.Single(attributes, attribute => attribute.GetProperty("LogicalName").GetString() == "fullname")
            .GetProperty("IsValidForUpdate").GetBoolean());
    }

    [Fact]
    public async Task Attributes_tell_their_type_and_who_may_write_them()
    {
        var attributes = await _client.RowsAsync(
            "EntityDefinitions(LogicalName='account')/Attributes?$select=LogicalName,AttributeType,IsValidForCreate");

        string TypeOf(string name) => Assert.Single(attributes, attribute => attribute.GetProperty("LogicalName").GetString() == name)
            .GetProperty("AttributeType").GetString()!;
        Assert.Equal("Money", TypeOf("creditlimit"));
        Assert.Equal("Owner", TypeOf("ownerid"));
        Assert.Equal("State", TypeOf("statecode"));
        Assert.Equal("Uniqueidentifier", TypeOf("accountid"));
        Assert.Equal("#Microsoft.Dynamics.CRM.MoneyAttributeMetadata", attributes
            .First(attribute => attribute.GetProperty("LogicalName").GetString() == "creditlimit").GetProperty("@odata.type").GetString());
    }

    [Fact]
    public async Task A_length_is_no_property_of_every_attribute() =>
        (await _client.SendAsync("GET", "EntityDefinitions(LogicalName='account')/Attributes?$select=LogicalName,MaxLength"))
            .Refuses(HttpStatusCode.BadRequest, "0x80060888");

    [Fact]
    public async Task A_choice_lists_its_options()
    {
        var choice = await _client.GetAsync(
            "EntityDefinitions(LogicalName='account')/Attributes(LogicalName='paymenttermscode')/"
            + "Microsoft.Dynamics.CRM.PicklistAttributeMetadata"
            + "?$select=LogicalName&$expand=OptionSet,GlobalOptionSet");

        var options = choice.GetProperty("OptionSet").GetProperty("Options").EnumerateArray()
            .ToDictionary(
                option => option.GetProperty("Value").GetInt32(),
                option => option.GetProperty("Label").GetProperty("UserLocalizedLabel").GetProperty("Label").GetString());
        Assert.Equal("2% 10, Net 30", options[2]);
        Assert.Equal(4, options.Count);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, choice.GetProperty("GlobalOptionSet").ValueKind);
    }

    [Fact]
    public async Task Several_tables_are_found_by_a_filter()
    {
        var tables = await _client.RowsAsync(
            "EntityDefinitions?$select=LogicalName,EntitySetName&$filter=LogicalName eq 'account' or LogicalName eq 'systemuser'"
            + "&$expand=Attributes($select=LogicalName,AttributeType;"
            + "$filter=AttributeType eq Microsoft.Dynamics.CRM.AttributeTypeCode'Boolean')");

        Assert.Equal(["account", "systemuser"], tables.Select(table => table.GetProperty("LogicalName").GetString()).Order());
        Assert.Contains(
            tables.SelectMany(table => table.GetProperty("Attributes").EnumerateArray()),
            attribute => attribute.GetProperty("LogicalName").GetString() == "isdisabled");
        Assert.DoesNotContain(
            tables.SelectMany(table => table.GetProperty("Attributes").EnumerateArray()),
            attribute => attribute.GetProperty("LogicalName").GetString() == "name");
    }

    [Fact]
    public async Task A_missing_table_is_not_found() => Assert.Equal(
        HttpStatusCode.NotFound,
        (await _client.SendAsync("GET", "EntityDefinitions(LogicalName='nav_connection')?$select=EntitySetName")).Status);

    [Theory]
    [InlineData("UpdateMultiple", "account", 1)]
    [InlineData("CreateMultiple", "contact", 1)]
    [InlineData("CreateMultiple", "transactioncurrency", 0)]
    [InlineData("UpsertMultiple", "account", 0)]
    public async Task Bulk_support_is_told_by_the_message_filters(string message, string table, int count) =>
        Assert.Equal(count, (await _client.RowsAsync(
            "sdkmessagefilters?$select=sdkmessagefilterid&"
            + $"$filter=sdkmessageid/name eq '{message}' and primaryobjecttypecode eq '{table}'")).Count);

    [Fact]
    public async Task Solutions_company_and_organisation_are_there()
    {
        Assert.Single(await _client.RowsAsync("solutions?$select=version&$filter=uniquename eq 'bcbi_CdsBaseIntegration'"));
        var company = Assert.Single(
            await _client.RowsAsync("bcbi_companies?$select=bcbi_externalid,bcbi_name,_ownerid_value,_bcbi_defaultowningteam_value"));
        Assert.Equal(company.GetProperty("_ownerid_value").GetGuid(), company.GetProperty("_bcbi_defaultowningteam_value").GetGuid());
        var organization = Assert.Single(
            await _client.RowsAsync("organizations?$select=expirechangetrackingindays,_basecurrencyid_value,languagecode"));
        var currency = await _client.GetAsync(
            $"transactioncurrencies({organization.GetProperty("_basecurrencyid_value").GetGuid()})?$select=isocurrencycode,exchangerate");
        Assert.Equal("EUR", currency.GetProperty("isocurrencycode").GetString());
        Assert.Equal(1m, currency.GetProperty("exchangerate").GetDecimal());
    }

    [Fact]
    public async Task The_company_names_the_company_of_business_central()
    {
        var company = Assert.Single(await _client.RowsAsync("bcbi_companies?$select=bcbi_externalid"));

        var found = await _client.GetAsync(SandboxOptions.BusinessCentralAddress + "companies");

        Assert.Equal(found.GetProperty("value")[0].GetProperty("id").GetString(), company.GetProperty("bcbi_externalid").GetString());
    }

    [Fact]
    public async Task The_model_is_published()
    {
        var answer = await _client.SendAsync("GET", "$metadata");

        Assert.Contains(
            "<EntitySet Name=\"accounts\" EntityType=\"Microsoft.Dynamics.CRM.account\"", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Name=\"bcbi_CompanyId\"", answer.Text, StringComparison.Ordinal);
    }
}
