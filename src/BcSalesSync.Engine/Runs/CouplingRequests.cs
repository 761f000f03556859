using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Runs;

/// <summary>What a request tells about who made it.</summary>
internal static class CouplingRequests
{
    /// <summary>
    /// True for what a person typed: that may be the beginning of a name. In rows of a file or a pipeline it would be a guess, and not the
    /// same one for every row.
    /// </summary>
    public static bool IsTyped(IReadOnlyList<CouplingRequest> requests) => requests is [{ Origin: null }];

    /// <summary>The error with the place the request came from in front.</summary>
    public static BcSyncError From(this BcSyncError error, CouplingRequest request) => error with
    {
        Message = request.Origin is { } origin ? $"{origin}: {error.Message}" : error.Message,
        BcId = request.Records.BcId,
        BcNo = request.Records.BcNo,
        SalesId = request.Records.SalesId,
        SalesName = request.Records.SalesName,
    };
}
