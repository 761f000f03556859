using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.Sales.Writing.Rules;

// What a line amounts to (sandbox-rules 1.3). Invoice lines begin at zero and wait for amounts, or for what they follow from.
internal sealed class LineAmountRule(SalesOrganization organization) : IRowRule
{
    // Prices have more decimals than the currency an amount is paid in.
    private const int CurrencyDecimals = 2;

    public void Apply(RowDraft draft, SalesTable table, WriteScope scope)
    {
        if (DocumentKind.OfLine(table) is not { } kind || organization.Setting("oobpricecalculationenabled") is false)
        {
            return;
        }

        var columns = kind.LineColumns;
        if (kind == DocumentKind.Invoice && !scope.Recalculates)
        {
            if (draft.IsNew)
            {
                Set(draft, scope, columns.Base, 0);
                Set(draft, scope, columns.Extended, 0);
                return;
            }

            if (!Inputs(columns).Any(draft.Changed) && !draft.Changed(columns.Base.Column))
            {
                return;
            }
        }

        var price = Number(draft, columns.Price) - Number(draft, columns.VolumeDiscount);
        Set(draft, scope, columns.Base, decimal.Round(price * Number(draft, columns.Quantity), CurrencyDecimals, MidpointRounding.AwayFromZero));
        Set(
            draft, scope, columns.Extended,
            Number(draft, columns.Base.Column) - Number(draft, columns.ManualDiscount) + Number(draft, columns.Tax));
    }

    private static Column[] Inputs(LineColumns columns) =>
        [columns.Price, columns.VolumeDiscount, columns.Quantity, columns.ManualDiscount, columns.Tax];

    private static decimal Number(RowDraft draft, Column column) => draft[column] as decimal? ?? 0;

    private static void Set(RowDraft draft, WriteScope scope, Field field, decimal amount)
    {
        if (!scope.Given.Contains(field))
        {
            draft[field.Column] = ValueCheck.Scaled(amount, field.Scale);
        }
    }
}
