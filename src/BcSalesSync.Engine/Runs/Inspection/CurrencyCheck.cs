using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Runs.Inspection;

/// <summary>Looks whether amounts in the local currency of Business Central have a currency in Sales (spec/mappings.md 2.0 and 3.2).</summary>
internal sealed class CurrencyCheck(EndpointPair endpoints)
{
    private const string Name = "Local currency";

    /// <summary>The line.</summary>
    public async Task<BcCheck> RunAsync(EndpointFacts bc, EndpointFacts sales, CancellationToken cancellationToken)
    {
        if (bc.LocalCurrency is not { Length: > 0 } code)
            return Checks.Failed(
                Name, "Business Central has no local currency code.", "Fill LCY Code in the General Ledger Setup of the company.");
        if (string.Equals(code, sales.LocalCurrency, StringComparison.OrdinalIgnoreCase))
            return Checks.Passed(Name, $"{code} is the base currency of Sales too.");
        var rows = await endpoints.Sales.ReadByValueAsync(
            "transactioncurrency", ["isocurrencycode"], "isocurrencycode", [FieldValue.Text(code)], cancellationToken).ConfigureAwait(false);
        return rows.Count > 0
            ? Checks.Passed(Name, $"{code} is a currency of Sales; its base currency is {sales.LocalCurrency}.")
            : Checks.Warning(
                Name,
                $"Sales, whose base currency is {sales.LocalCurrency}, has no currency {code} yet; it is created when it is first needed, and that takes an exchange rate.",
                $"See that Business Central has an exchange rate for {sales.LocalCurrency}, or add the currency {code} in Sales.");
    }
}
