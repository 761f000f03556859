namespace BcSalesSync.Endpoints.Http;

/// <summary>An identity that requests are sent under; a service counts its limits for each.</summary>
/// <param name="Name">Tells it from others; the same name is the same identity.</param>
/// <param name="Tokens">Gives its tokens.</param>
public sealed record WireIdentity(string Name, ITokenSource Tokens);
