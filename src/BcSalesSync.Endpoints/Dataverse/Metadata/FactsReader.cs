using System.Globalization;
using System.Text.Json;
using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Dataverse.Reading;
using BcSalesSync.Endpoints.Dataverse.Transport;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.Dataverse.Metadata;

/// <summary>
/// Finds out who is signed in, the base currency, and the row that stands for the company (spec/wire-dataverse.md 10, 14).
/// </summary>
internal sealed class FactsReader(DataverseClient client, Func<CancellationToken, Task<Guid?>>? findCompany)
{
    /// <summary>Reads the facts: one request, and one more for the code of the base currency.</summary>
    internal async Task<EndpointFacts> ReadAsync(CancellationToken cancellationToken)
    {
        var company = findCompany is null ? null : await findCompany(cancellationToken);
        List<string> addresses = ["WhoAmI()", "organizations?$select=_basecurrencyid_value,currencydecimalprecision", "RetrieveVersion()"];
        if (company is { } id)
            addresses.Add($"bcbi_companies?$select=bcbi_companyid,_bcbi_defaultowningteam_value&$filter=bcbi_externalid%20eq%20'{id}'");
        var facts = await ReadAsync(addresses, cancellationToken);
        return facts.BaseCurrencyId is { } currency
            ? facts with { LocalCurrency = await ReadCurrencyCodeAsync(currency, cancellationToken) }
            : facts;
    }

    private async Task<EndpointFacts> ReadAsync(List<string> addresses, CancellationToken cancellationToken)
    {
        using var answer = await client.GetManyAsync(addresses, null, cancellationToken);
        if (!answer.Parts[0].Succeeded)
            throw new EndpointException(SystemSide.Sales, DataverseClient.FailureOf(answer.Parts[0]));
        using var user = AnswerJson.Parse(answer.Parts[0].Body);
        using var organizations = Open(answer.Parts[1]);
        using var version = Open(answer.Parts[2]);
        using var companies = answer.Parts.Count > 3 ? Open(answer.Parts[3]) : null;
        return new EndpointFacts
        {
            Tier = 2,
            Version = version is null ? null : DefinitionReader.Text(version.RootElement, "Version"),
            Identity = IdOf(user.RootElement, "OrganizationId") is { } self
                ? new SystemIdentity(self, string.Empty, Tenant: null, client.BaseAddress.Host) : null,
            UserId = IdOf(user.RootElement, "UserId"),
            BaseCurrencyId = FirstRow(organizations) is { } organization ? IdOf(organization, "_basecurrencyid_value") : null,
            CurrencyPrecision = FirstRow(organizations) is { } settings ? NumberOf(settings, "currencydecimalprecision") : null,
            CompanyId = FirstRow(companies) is { } row ? IdOf(row, "bcbi_companyid") : null,
            DefaultOwningTeamId = FirstRow(companies) is { } owned ? IdOf(owned, "_bcbi_defaultowningteam_value") : null,
        };
    }

    private async Task<string?> ReadCurrencyCodeAsync(Guid currency, CancellationToken cancellationToken)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"transactioncurrencies({currency})?$select=isocurrencycode");
        using var response = await client.GetAsync(address, null, cancellationToken);
        using var row = AnswerJson.Parse(response.Body);
        return DefinitionReader.Text(row.RootElement, "isocurrencycode");
    }

    /// <summary>A refusal counts as nothing known: organisations without the base solution have no table of companies.</summary>
    private static JsonDocument? Open(BatchPart part) => part.Succeeded ? AnswerJson.Parse(part.Body) : null;

    private static JsonElement? FirstRow(JsonDocument? answer) =>
        answer is null ? null : DefinitionReader.Items(answer.RootElement, "value").Cast<JsonElement?>().FirstOrDefault();

    private static Guid? IdOf(JsonElement row, string property) =>
        DefinitionReader.Text(row, property) is { } text && Guid.TryParse(text, out var id) ? id : null;

    private static int? NumberOf(JsonElement row, string property) =>
        row.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.Number ? (int)value.GetDecimal() : null;
}
