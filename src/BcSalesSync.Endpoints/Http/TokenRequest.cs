namespace BcSalesSync.Endpoints.Http;

/// <summary>Asks for a token.</summary>
/// <param name="Resource">Base address of the system.</param>
/// <param name="Refresh">True after a 401: a kept token must not be given again.</param>
/// <param name="Claims">What the system wants to see in the token, as JSON; null when it said nothing.</param>
public sealed record TokenRequest(Uri Resource, bool Refresh = false, string? Claims = null);
