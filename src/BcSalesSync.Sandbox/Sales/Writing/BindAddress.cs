using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;

namespace BcSalesSync.Sandbox.Sales.Writing;

// The row an "@odata.bind" or "@odata.id" value names: "/accounts(guid)", "accounts(guid)", a full address, or "$1" in a batch.
internal static class BindAddress
{
    public static (SalesTable Table, Guid Id) Read(string text, ContentReferences references)
    {
        var path = Uri.UnescapeDataString(references.Resolve(text));
        var root = path.IndexOf(SalesRequest.Root, StringComparison.OrdinalIgnoreCase);
        path = (root < 0 ? path : path[(root + SalesRequest.Root.Length)..]).TrimStart('/');
        var segments = PathSegment.Parse(path);
        return segments is [{ Key: not null } segment]
            ? (SalesSchema.FindSet(segment.Name) ?? throw SalesError.NoSuchResource(segment.Name), segment.Id())
            : throw SalesError.OData($"Invalid URI: '{text}' does not name a row.");
    }
}
