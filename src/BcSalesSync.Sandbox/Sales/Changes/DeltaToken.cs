using System.Globalization;
using BcSalesSync.Sandbox.Sales.Protocol;

namespace BcSalesSync.Sandbox.Sales.Changes;

// Where a change read starts: the last version that was known, and when. Written like "7720440!03/02/2026 10:31:05".
internal sealed record DeltaToken(long Version, DateTimeOffset Moment)
{
    private const string Format = "MM/dd/yyyy HH:mm:ss";

    public static DeltaToken Parse(string text)
    {
        var mark = text.IndexOf('!', StringComparison.Ordinal);
        return mark > 0 && long.TryParse(text.AsSpan(0, mark), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            && DateTimeOffset.TryParseExact(
                text.AsSpan(mark + 1), Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? new DeltaToken(version, moment)
            : throw SalesError.OData("The delta token is not valid.");
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Version}!{Moment.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture)}");
}
