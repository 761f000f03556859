namespace BcSalesSync.Endpoints.BusinessCentral;

/// <summary>How Business Central writes blank values; it knows no null (spec/wire-bc.md 3.2).</summary>
internal static class BlankLiteral
{
    public const string Date = "0001-01-01";
    public const string Time = "0001-01-01T00:00:00Z";
}
