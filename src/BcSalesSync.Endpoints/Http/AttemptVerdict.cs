namespace BcSalesSync.Endpoints.Http;

/// <summary>What one attempt means for the request.</summary>
internal enum AttemptVerdict
{
    /// <summary>The answer stands, good or bad.</summary>
    Final,

    /// <summary>Nothing was done, or doing it again does no harm.</summary>
    Repeatable,

    /// <summary>It may have been done, and doing it again could harm.</summary>
    Lost,
}
