using BcSalesSync.Sandbox.BusinessCentral.Pages;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Protocol;

// What the path of a request addresses: a page, perhaps one of its rows, perhaps a part of that row. Prefix is the company as
// the client wrote it, for links and contexts.
internal sealed record BcAddress(string Prefix, BcPage Page, Guid? Key, string? Part)
{
    public static BcAddress Resolve(BcRequest request, BcApi api, DataStore store)
    {
        IReadOnlyList<PathSegment> segments = PathSegment.Parse(request.Path);
        var prefix = "";
        if (segments[0] is { Name: "companies", Key: { } company } && segments.Count > 1)
        {
            if (store[SetupTables.Company].Find(company) is null)
            {
                throw NoCompany(company.ToString("D"));
            }

            prefix = $"companies({company:D})/";
            segments = [.. segments.Skip(1)];
        }
        else if ((request.Query.Options.GetValueOrDefault("company") ?? request.Header("Company")) is { Length: > 0 } named)
        {
            CheckCompany(named, store);
        }

        var page = api.Find(segments[0].Name);
        if (page is null || segments.Count > 2 || (page.IsSystemWide && prefix.Length > 0))
        {
            throw BcException.NoSegment(segments[Math.Min(segments.Count - 1, page is null ? 0 : 2)].Name);
        }

        // A part addressed by its own id: salesHeaders({id})/salesLines({id}).
        if (segments is [{ Key: not null }, { Key: { } key }]
            && page.Set.Navigations.FirstOrDefault(navigation => navigation.Name == segments[1].Name) is { } part)
        {
            return new BcAddress(prefix, api.Find(part.TargetSet)!, key, null);
        }

        return new BcAddress(prefix, page, segments[0].Key, segments.Count > 1 ? segments[1].Name : null);
    }

    private static void CheckCompany(string named, DataStore store)
    {
        var known = Guid.TryParse(named, out var id)
            ? store[SetupTables.Company].Find(id)
            : store[SetupTables.Company].FindBy(SetupTables.CompanyName, named);
        if (known is null)
        {
            throw NoCompany(named);
        }
    }

    private static BcException NoCompany(string company) => new(
        System.Net.HttpStatusCode.NotFound, "Internal_CompanyNotFound", $"Cannot find company '{company}'.");
}
