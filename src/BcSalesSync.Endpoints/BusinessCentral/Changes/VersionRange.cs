using System.Globalization;

namespace BcSalesSync.Endpoints.BusinessCentral.Changes;

/// <summary>Ranges of row versions as filters.</summary>
internal static class VersionRange
{
    public static string Text(BcTable table, long above, long below) =>
        string.Create(CultureInfo.InvariantCulture, $"{table.StampColumn} gt {above} and {table.StampColumn} lt {below}");
}
