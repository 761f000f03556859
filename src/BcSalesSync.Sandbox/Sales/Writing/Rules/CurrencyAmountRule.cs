using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.Rules;

// A row with amounts has a currency and its rate; every amount has a twin in the organisation's currency: amount / rate.
internal sealed class CurrencyAmountRule(SalesOrganization organization) : IRowRule
{
    private static readonly Field Rate = SalesSchema.Currency.Find("exchangerate")!;

    public void Apply(RowDraft draft, SalesTable table, WriteScope scope)
    {
        if (table.Find("transactioncurrencyid") is not { IsLookup: true } currency || table.Find("exchangerate") is not { } rate)
        {
            return;
        }

        if (draft.Changed(currency.Column))
        {
            draft[rate.Column] = organization.Find(SalesSchema.Currency, draft[currency.Column] as Guid?)?[Rate.Column];
        }

        foreach (var (amount, twin) in table.Amounts)
        {
            if (draft[amount.Column] is decimal && draft[currency.Column] is null)
            {
                throw SalesError.Missing("A currency is required if a value exists in a money field. Select a currency and try again.");
            }

            draft[twin.Column] = draft[amount.Column] is decimal value
                && draft[rate.Column] is decimal factor and not 0
                ? ValueCheck.Scaled(value / factor, amount.Scale)
                : null;
        }
    }
}
