using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.Rules;

// What a document amounts to (sandbox-rules 1.3): worked out when a line or what is granted on the whole changes, and with every write
// of an order while Business Central takes them over, but for a change of its state; not while prices are locked. Totals a client gives stand.
internal sealed class DocumentTotalRule(SalesOrganization organization) : IRowRule
{
    public void Apply(RowDraft draft, SalesTable table, WriteScope scope)
    {
        if (DocumentKind.OfHeader(table) is not { } kind || !Recalculates(draft, kind, scope))
        {
            return;
        }

        var columns = kind.HeaderColumns;
        var lines = organization.World.Store[kind.Line.Table].Index(kind.LineColumns.Document).Equal(draft.Id).ToList();
        var lineDiscount = lines.Sum(line => Number(line[kind.LineColumns.ManualDiscount]));
        Set(draft, scope, columns.LineDiscount, lineDiscount);
        Set(draft, scope, columns.LineAmount, lines.Sum(line => Number(line[kind.LineColumns.Base.Column])) - lineDiscount);
        Set(draft, scope, columns.Tax, lines.Sum(line => Number(line[kind.LineColumns.Tax])));
        var granted = Number(draft[columns.Discount])
            + decimal.Round(
                Number(draft[columns.LineAmount.Column]) * Number(draft[columns.Percentage]) / 100, 2, MidpointRounding.AwayFromZero);
        Set(draft, scope, columns.TotalDiscount, granted + lineDiscount);
        Set(draft, scope, columns.LessFreight, Number(draft[columns.LineAmount.Column]) - granted);
        Set(
            draft, scope, columns.Total,
            Number(draft[columns.LessFreight.Column]) + Number(draft[columns.Freight]) + Number(draft[columns.Tax.Column]));
    }

    private bool Recalculates(RowDraft draft, DocumentKind kind, WriteScope scope)
    {
        var columns = kind.HeaderColumns;
        if (organization.Setting("oobpricecalculationenabled") is false || (columns.PriceLock is { } locked && draft[locked] is true))
        {
            return false;
        }

        return draft.IsNew || scope.Recalculates
            || (kind == DocumentKind.Order && organization.Setting("issopintegrationenabled") is true && ChangesMoreThanState(draft, columns))
            || new[] { columns.Discount, columns.Percentage, columns.Freight }.Any(draft.Changed);
    }

    // What an order comes to does not depend on whether it is submitted, fulfilled or invoiced.
    private static bool ChangesMoreThanState(RowDraft draft, HeaderColumns columns) => draft.Table.Columns
        .Where(column => column != columns.State && column != columns.Status && column.Name is not ("modifiedon" or "modifiedby"))
        .Any(draft.Changed);

    private static decimal Number(object? value) => value as decimal? ?? 0;

    private static void Set(RowDraft draft, WriteScope scope, Field field, decimal amount)
    {
        if (!scope.Given.Contains(field))
        {
            draft[field.Column] = ValueCheck.Scaled(amount, field.Scale);
        }
    }
}
