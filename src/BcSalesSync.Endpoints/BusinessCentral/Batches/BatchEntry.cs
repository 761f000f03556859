namespace BcSalesSync.Endpoints.BusinessCentral.Batches;

/// <summary>The answer to one request inside a $batch.</summary>
/// <param name="Index">Which request it answers.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="RetryAfter">Value of the header, null when it is absent.</param>
/// <param name="Body">The body; valid only while the whole answer is.</param>
internal sealed record BatchEntry(int Index, int Status, string? RetryAfter, ReadOnlyMemory<byte> Body)
{
    /// <summary>True when the request was carried out.</summary>
    public bool Succeeded => Status is >= 200 and < 300;

    /// <summary>True when the service was too busy to look at the request.</summary>
    public bool IsPutOff => Status is 429 or 503;

    /// <summary>True when the token that the batch was sent with was no good any more.</summary>
    public bool IsUnauthorized => Status == 401;
}
