using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Ports.Endpoints;

/// <summary>A refusal of a system, classed (spec/wire-bc.md 4, spec/wire-dataverse.md 5).</summary>
/// <param name="Class">What it means for the next attempt.</param>
/// <param name="Code">Code the system gave, or the HTTP status; never null.</param>
/// <param name="Message">Text for people, without correlation suffix.</param>
/// <param name="CorrelationId">Id for the vendor's support; null when none was given.</param>
/// <param name="RetryAfter">How long the service asked to be left alone; null when it did not.</param>
public sealed record EndpointFailure(
    FailureClass Class, string Code, string Message, string? CorrelationId = null, TimeSpan? RetryAfter = null)
{
    /// <summary>Id and next step of the failure's own; null takes those of its class.</summary>
    public FailureAdvice? Advice { get; init; }
}
