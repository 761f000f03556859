using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Tests.Dataverse.Service;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Tests.Dataverse;

public sealed class MetadataTests : DataverseTest
{
    [Fact]
    public async Task A_table_is_described_by_one_request_however_often_it_is_asked_for()
    {
        Service.WithMetadata();

        var schema = await Endpoint.GetSchemaAsync("account", default);
        await Endpoint.GetSchemaAsync("account", default);

        Assert.Single(Service.MetadataRequests);
        Assert.Equal(
            ("account", "accountnumber", "name", true),
            (schema!.Name, schema.NumberColumn, schema.NameColumn, schema.AcceptsClientIds));
    }

    [Fact]
    public async Task Columns_carry_kind_length_rights_targets_and_choices()
    {
        Service.WithMetadata();

        var columns = (await Endpoint.GetSchemaAsync("account", default))!.Columns;

        Assert.Equal((FieldKind.Text, 160), (columns["name"].Kind, columns["name"].MaxLength));
        Assert.Equal(FieldKind.Number, columns["creditlimit"].Kind);
        Assert.Equal(FieldKind.Date, columns["lastusedincampaign"].Kind);
        Assert.Equal(FieldKind.DateTime, columns["modifiedon"].Kind);
        var (state, id) = (columns["statecode"], columns["accountid"]);
        Assert.Equal((FieldKind.Option, false, true), (state.Kind, state.CanCreate, state.CanUpdate));
        Assert.Equal((FieldKind.UniqueId, true, false), (id.Kind, id.CanCreate, id.CanUpdate));
        Assert.Equal(["contact"], columns["primarycontactid"].Targets);
        Assert.Equal(["systemuser", "team"], columns["ownerid"].Targets);
        Assert.Equal([new OptionChoice(1, "Net 30"), new OptionChoice(4, "Net 60")], columns["paymenttermscode"].Choices);
        Assert.DoesNotContain("primarycontactidname", columns.Keys);
    }

    [Fact]
    public async Task A_table_the_organisation_lacks_has_no_schema_and_cannot_be_read()
    {
        Service.On("GET", "EntityDefinitions", Reply.Failed(404, "0x80060888", "Could not find an entity."));

        Assert.Null(await Endpoint.GetSchemaAsync("nav_accountstatistics", default));
        var problem = await Assert.ThrowsAsync<EndpointException>(
            () => Endpoint.WriteAsync("nav_accountstatistics", [Create(First)], default));
        Assert.Equal(FailureClass.Capability, problem.Failure.Class);
    }

    [Fact]
    public async Task A_description_that_could_not_be_read_is_asked_for_again()
    {
        Service.On("GET", "EntityDefinitions", Reply.Failed(403, "0x80040220", "Principal user is missing prvReadEntity privilege."));

        var problem = await Assert.ThrowsAsync<EndpointException>(() => Endpoint.GetSchemaAsync("account", default));
        Assert.Equal((SystemSide.Sales, FailureClass.Permission), (problem.Side, problem.Failure.Class));

        Service.WithMetadata();
        Assert.NotNull(await Endpoint.GetSchemaAsync("account", default));
    }

    [Fact]
    public async Task Facts_name_user_company_team_and_base_currency_and_are_read_once()
    {
        var company = new Guid("0b8a1c52-77aa-4d41-9a65-2e9c0d1f7a31");
        const string Organization = "0c9b8a77-2222-4d5e-8f60-718293a4b5c6";
        const string Currency = "e3a1b2c4-3333-4d5e-8f60-718293a4b501";
        Service
            .On("GET", "WhoAmI()", Reply.Ok($$"""{"UserId":"{{First}}","OrganizationId":"{{Organization}}"}"""))
            .On(
                "GET",
                "organizations?",
                Reply.Ok($$"""{"value":[{"_basecurrencyid_value":"{{Currency}}","currencydecimalprecision":2}]}"""))
            .On(
                "GET",
                $"bcbi_companies?$select=bcbi_companyid,_bcbi_defaultowningteam_value&$filter=bcbi_externalid eq '{company}'",
                Reply.Ok($$"""{"value":[{"bcbi_companyid":"{{Second}}","_bcbi_defaultowningteam_value":null}]}"""))
            .On("GET", $"transactioncurrencies({Currency})", Reply.Ok("""{"isocurrencycode":"EUR"}"""));
        using var endpoint = Connect(Service, company: company);

        var facts = await endpoint.GetFactsAsync(default);
        await endpoint.GetFactsAsync(default);

        Assert.Equal(
            new EndpointFacts
            {
                Tier = 2,
                Identity = new SystemIdentity(new Guid(Organization), string.Empty, null, "adatum.crm4.dynamics.com"),
                UserId = First,
                CompanyId = Second,
                BaseCurrencyId = new Guid(Currency),
                LocalCurrency = "EUR",
                CurrencyPrecision = 2,
            },
            facts);
        Assert.Equal(2, Service.Requests.Count);
    }

    [Fact]
    public async Task Without_the_base_solution_the_company_stays_unknown()
    {
        Service
            .On("GET", "WhoAmI()", Reply.Ok($$"""{"UserId":"{{First}}"}"""))
            .On("GET", "organizations?", Reply.Ok("""{"value":[]}"""))
            .On("GET", "bcbi_companies", Reply.Failed(404, "0x80060888", "Resource not found for the segment 'bcbi_companies'."));
        using var endpoint = Connect(Service, company: Second);

        Assert.Equal(new EndpointFacts { Tier = 2, UserId = First }, await endpoint.GetFactsAsync(default));
    }
}
