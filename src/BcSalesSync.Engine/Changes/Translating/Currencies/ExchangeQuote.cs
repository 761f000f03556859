namespace BcSalesSync.Engine.Changes.Translating.Currencies;

/// <summary>A rate as Business Central keeps it: so much of a currency costs so much of another.</summary>
/// <param name="Start">First day on which it is valid.</param>
/// <param name="Amount">Units of the currency.</param>
/// <param name="RelationalCode">The other currency; null for the local one.</param>
/// <param name="RelationalAmount">Units of the other currency.</param>
internal sealed record ExchangeQuote(DateOnly Start, decimal Amount, string? RelationalCode, decimal RelationalAmount)
{
    /// <summary>Units of the currency per unit of the other; null when an amount is missing.</summary>
    public decimal? Factor => Amount > 0 && RelationalAmount > 0 ? Amount / RelationalAmount : null;
}
