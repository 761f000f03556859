using BcSalesSync.Sandbox.Sales.Protocol;

namespace BcSalesSync.Sandbox.Sales.Reading;

// Which query options a request may carry.
internal static class QueryOptions
{
    private static readonly string[] ForSets = ["$select", "$filter", "$orderby", "$top", "$count", "$expand", "$skiptoken", "$deltatoken"];
    private static readonly string[] ForRows = ["$select", "$expand"];

    public static void CheckForSet(SalesRequest request) => Check(request, ForSets);

    public static void CheckForRow(SalesRequest request) => Check(request, ForRows);

    private static void Check(SalesRequest request, string[] allowed)
    {
        // "tag" is handed on to plug-ins; "api-version" is tolerated by the service.
        if (request.Options.Keys.FirstOrDefault(name => !allowed.Contains(name) && name is not ("tag" or "api-version")) is { } unknown)
        {
            throw SalesError.OData($"The query parameter {unknown} is not supported.");
        }
    }
}
