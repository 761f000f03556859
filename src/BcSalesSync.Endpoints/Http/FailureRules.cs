using System.Collections.Frozen;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.Http;

/// <summary>What the codes of one system mean; a code decides before the status.</summary>
/// <param name="Side">The system.</param>
/// <param name="ByCode">Class by code; codes compare without case.</param>
internal sealed record FailureRules(SystemSide Side, FrozenDictionary<string, FailureClass> ByCode)
{
    /// <summary>What the text of a failure may not show.</summary>
    public KnownSecrets Secrets { get; init; } = new();

    /// <summary>True for refusals that pass by themselves, after which the same request may succeed: nothing was done.</summary>
    public Predicate<EndpointFailure> Passes { get; init; } = _ => false;

    /// <summary>The class of a refusal.</summary>
    public FailureClass Classify(string? code, int status) =>
        code is not null && ByCode.TryGetValue(code, out var known) ? known : ByStatus(status);

    private static FailureClass ByStatus(int status) => status switch
    {
        401 => FailureClass.Fatal,
        403 => FailureClass.Permission,
        405 or 501 => FailureClass.Capability,
        412 => FailureClass.Conflict,
        408 or 409 or 429 or >= 500 => FailureClass.Transient,
        _ => FailureClass.Data,
    };
}
