using BcSalesSync.Endpoints.Dataverse.Errors;
using BcSalesSync.Endpoints.Http;

namespace BcSalesSync.Endpoints.Dataverse.Transport;

/// <summary>The answer to one operation of a batch; parts are matched with operations by position.</summary>
/// <param name="Status">Its own HTTP status.</param>
/// <param name="Body">Its body, valid as long as the answer it lies in; empty when it has none.</param>
/// <param name="RetryAfter">How long the service asked to be left alone; null when it did not.</param>
internal sealed record BatchPart(int Status, ReadOnlyMemory<byte> Body, TimeSpan? RetryAfter = null)
{
    /// <summary>What its refusal means.</summary>
    internal FailureRules Rules { get; init; } = DataverseFailures.Rules;

    /// <summary>Number of the operation it answers; null where the service does not give it back.</summary>
    internal int? ContentId { get; init; }

    /// <summary>True when the operation was done.</summary>
    internal bool Succeeded => Status is >= 200 and < 300;

    /// <summary>True when the service was too busy to look at it, or another request was in its way: nothing was done.</summary>
    internal bool IsBusy => Status is 429 or 503
        || (!Succeeded && Status >= 400 && DataverseFailures.Passes(DataverseClient.FailureOf(this)));

    /// <summary>True when the token that the batch was sent with was no good any more.</summary>
    internal bool IsUnauthorized => Status == 401;
}
