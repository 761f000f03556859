using System.Globalization;
using BcSalesSync.Sandbox.Sales.Protocol;

namespace BcSalesSync.Sandbox.Sales.Changes;

// The last change of a page: written rows come first, then deletions, both by version.
internal sealed record ChangePosition(bool IsDeletion, long Version)
{
    public static ChangePosition Parse(string text) =>
        text.Length > 1 && text[0] is 'd' or 'w'
            && long.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new ChangePosition(text[0] == 'd', version)
            : throw SalesError.OData("Malformed XML in the Paging Cookie.");

    public override string ToString() => (IsDeletion ? "d" : "w") + Version.ToString(CultureInfo.InvariantCulture);
}
