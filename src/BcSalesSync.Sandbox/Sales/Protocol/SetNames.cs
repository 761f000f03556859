namespace BcSalesSync.Sandbox.Sales.Protocol;

// The entity set an address names, for counting requests: the first segment, without key and parentheses.
internal static class SetNames
{
    public static string Of(Uri address)
    {
        if (!SalesRequest.Owns(address))
        {
            return "";
        }

        var segments = PathSegment.Parse(Uri.UnescapeDataString(address.AbsolutePath[SalesRequest.Root.Length..]));
        return segments.Count == 0 ? "" : segments[0].Name;
    }
}
