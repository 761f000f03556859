using BcSalesSync.Endpoints.Tests.Wire;
using static BcSalesSync.Endpoints.Tests.Faults.Reaction;

namespace BcSalesSync.Endpoints.Tests.Faults;

/// <summary>The retry table of Business Central (spec/wire-bc.md 4.2): a read survives all of it.</summary>
internal static class BusinessCentralRetries
{
    private const string Locked =
        """{"error":{"code":"Internal_ServerError","message":"The Customer table was locked by another user."}}""";

    public static IReadOnlyDictionary<string, RetryRow> Rows { get; } = new RetryRow[]
    {
        new("429 with Retry-After", Mishaps.Answers(429, retryAfter: "8"), Repeated, Repeated, TimeSpan.FromSeconds(8)),
        new("429 without Retry-After", Mishaps.Answers(429), Repeated, Repeated),
        new("502 with Retry-After", Mishaps.Answers(502, retryAfter: "5"), Verified, Verified, TimeSpan.FromSeconds(5)),
        new("502 without Retry-After", Mishaps.GivenUpAfterwards(502), Verified, Verified),
        new("503 with Retry-After", Mishaps.Answers(503, "<html>", retryAfter: "30"), Repeated, Verified, TimeSpan.FromSeconds(30)),
        new("503 without Retry-After", Mishaps.Answers(503, "<html>"), Repeated, Verified),
        new("504", Mishaps.GivenUpAfterwards(504), Verified, Verified),
        new("408", Mishaps.Answers(408), Verified, Verified),
        new("401", Mishaps.Answers(401), Repeated, Repeated),
        new("500", Mishaps.Answers(500), Verified, Verified),
        new("500 with lock text", Mishaps.Answers(500, Locked), Repeated, Verified),
        new("network reset before", Mishaps.CutBefore, Verified, Verified),
        new("network reset after", Mishaps.CutAfter, Verified, Verified),
    }.ToDictionary(row => row.Name);
}
