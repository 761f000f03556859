using BcSalesSync.Endpoints.Http;

namespace BcSalesSync.Runtime.Connections;

/// <summary>
/// What the services online allow one identity, as their vendor documents it; a service that allows less says so when asked too much.
/// </summary>
internal sealed record SystemLimits
{
    /// <summary>Of Business Central (spec/wire-bc.md 4.1).</summary>
    public LaneLimits BusinessCentral { get; init; } = new() { Requests = 6000 };

    /// <summary>Of Sales (spec/wire-dataverse.md 5.1).</summary>
    public LaneLimits Sales { get; init; } = new() { Requests = 6000, ExecutionTime = TimeSpan.FromMinutes(20) };
}
