using BcSalesSync.Endpoints.Http;

namespace BcSalesSync.Endpoints.BusinessCentral;

/// <summary>Where a company is and how it is talked to.</summary>
public sealed record BusinessCentralOptions
{
    /// <summary>Base address of API v2.0, ending in "api/v2.0" (spec/wire-bc.md 1.1); http for loopback only.</summary>
    public required Uri Address { get; init; }

    /// <summary>Base address of the companion API; null derives it from <see cref="Address"/> (spec/wire-bc.md 10).</summary>
    public Uri? CompanionAddress { get; init; }

    /// <summary>Name or id of the company; null takes the only one.</summary>
    public string? Company { get; init; }

    /// <summary>Rows a page; the service allows 20,000 (spec/wire-bc.md 3.1).</summary>
    public int PageSize { get; init; } = 2000;

    /// <summary>Writes a batch; the service allows 100 (spec/wire-bc.md 3.4).</summary>
    public int BatchSize { get; init; } = 100;

    /// <summary>How far reads by modified time reach back behind their watermark; rows are stamped before they are committed.</summary>
    public TimeSpan Overlap { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How requests are sent and repeated.</summary>
    public HttpSettings Http { get; init; } = new();
}
