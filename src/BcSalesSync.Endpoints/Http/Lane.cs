namespace BcSalesSync.Endpoints.Http;

/// <summary>One way to a system: an identity and the gate it goes through.</summary>
/// <param name="Tokens">Gives the identity's tokens.</param>
/// <param name="Gate">The gate.</param>
internal sealed record Lane(ITokenSource Tokens, LaneGate Gate);
