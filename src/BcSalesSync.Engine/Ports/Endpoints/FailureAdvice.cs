namespace BcSalesSync.Engine.Ports.Endpoints;

/// <summary>What an endpoint knows better about a failure than its class tells.</summary>
/// <param name="ErrorId">Stable id, BcSync.Area.Problem.</param>
/// <param name="NextStep">What the admin should do next.</param>
public sealed record FailureAdvice(string ErrorId, string NextStep);
