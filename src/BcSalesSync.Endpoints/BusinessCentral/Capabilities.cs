namespace BcSalesSync.Endpoints.BusinessCentral;

/// <summary>What the companion says about itself (spec/wire-bc.md 10, E14).</summary>
/// <param name="LocalCurrency">Code of the local currency.</param>
/// <param name="MinimumActiveRowVersion">Every row version below it is settled.</param>
internal sealed record Capabilities(string? LocalCurrency, long MinimumActiveRowVersion);
