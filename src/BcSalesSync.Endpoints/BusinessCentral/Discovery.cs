using System.Text.Json;
using System.Xml;
using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.BusinessCentral.Metadata;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Endpoints.OData;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.BusinessCentral;

/// <summary>Finds out which company is meant, which tier is there and what both APIs offer.</summary>
internal sealed class Discovery(BcApi api)
{
    /// <summary>The company the options name, or the only one (spec/wire-bc.md 2).</summary>
    /// <exception cref="EndpointException">None or several fit; the message lists what there is.</exception>
    public async Task<Company> FindCompanyAsync(CancellationToken cancellationToken)
    {
        var companies = await ReadCompaniesAsync(cancellationToken);
        var wanted = api.Options.Company;
        var fitting = companies.Where(company => wanted is null
            || string.Equals(company.Name, wanted, StringComparison.OrdinalIgnoreCase)
            || (Guid.TryParse(wanted, out var id) && company.Id == id)).ToList();
        if (fitting.Count == 1)
            return fitting[0];
        var known = companies.Count == 0
            ? "The environment has no company."
            : $"Companies: {string.Join(", ", companies.Select(item => item.Name))}.";
        var reason = wanted is null ? "No company was chosen." : $"There is no company '{wanted}'.";
        throw new EndpointException(SystemSide.BusinessCentral, new EndpointFailure(
            FailureClass.Configuration, "CompanyNotChosen", $"{reason} {known}"));
    }

    /// <summary>What the companion says about itself; null without companion.</summary>
    public async Task<Capabilities?> ReadCapabilitiesAsync(Company company, CancellationToken cancellationToken)
    {
        using var response = await api.TryGetAsync(new Uri(api.Companion, company.Path + "/capabilities"), cancellationToken);
        if (response is null)
            return null;
        return Parse(response, root =>
        {
            var row = root.GetProperty("value").EnumerateArray().FirstOrDefault();
            return row.ValueKind == JsonValueKind.Object
                ? new Capabilities(ReadCurrency(row), row.GetProperty("minimumActiveRowVersion").GetInt64())
                : null;
        });
    }

    /// <summary>Code of the local currency from the general ledger set-up; null when it is not offered.</summary>
    public async Task<string?> ReadLocalCurrencyAsync(Company company, CancellationToken cancellationToken)
    {
        var address = new Uri(api.Standard, new ODataQuery { Select = ["localCurrencyCode"] }.Append(company.Path + "/generalLedgerSetup"));
        using var response = await api.TryGetAsync(address, cancellationToken);
        if (response is null)
            return null;
        return Parse(response, root =>
        {
            var row = root.TryGetProperty("value", out var rows) ? rows.EnumerateArray().FirstOrDefault() : root;
            return row.ValueKind == JsonValueKind.Object ? ReadCurrency(row) : null;
        });
    }

    /// <summary>The sets an API offers.</summary>
    public async Task<IReadOnlyDictionary<string, MetadataSet>> ReadMetadataAsync(Uri root, CancellationToken cancellationToken)
    {
        var request = new WireRequest(HttpMethod.Get, new Uri(root, "$metadata")) { Headers = [new("Accept", "application/xml")] };
        using var response = await api.Client.SendOrThrowAsync(request, cancellationToken);
        try
        {
            using var stream = new MemoryStream(response.Body.ToArray(), writable: false);
            return MetadataReader.Read(stream);
        }
        catch (XmlException error)
        {
            throw new EndpointException(SystemSide.BusinessCentral, new EndpointFailure(
                FailureClass.Transient, "UnreadableMetadata", $"The metadata of {root.Host} cannot be read: {error.Message}"), error);
        }
    }

    private async Task<List<Company>> ReadCompaniesAsync(CancellationToken cancellationToken)
    {
        var companies = new List<Company>();
        for (var address = new Uri(api.Standard, "companies"); address is not null;)
        {
            using var response = await api.GetAsync(address, cancellationToken);
            var link = Parse(response, root =>
            {
                foreach (var row in root.GetProperty("value").EnumerateArray())
                    companies.Add(ReadCompany(row));
                return root.TryGetProperty("@odata.nextLink", out var next) ? next.GetString() : null;
            });
            address = link is null ? null : api.Follow(link);
        }

        return companies;
    }

    private static Company ReadCompany(JsonElement row) => new(row.GetProperty("id").GetGuid(), row.GetProperty("name").GetString() ?? string.Empty)
    {
        Version = row.TryGetProperty("systemVersion", out var version) ? version.GetString() : null,
    };

    private static string? ReadCurrency(JsonElement row) => row.TryGetProperty("localCurrencyCode", out var code) ? code.GetString() : null;

    private static T Parse<T>(WireResponse response, Func<JsonElement, T> read)
    {
        try
        {
            using var json = JsonDocument.Parse(response.Body);
            return read(json.RootElement);
        }
        catch (Exception error) when (BcApi.IsUnreadable(error))
        {
            throw BcApi.Unreadable(error);
        }
    }
}
