using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Rules;

// Price list lines: what they take from their list, and the unit of the product they price.
internal sealed class PriceListLineRules(BcSession session) : ITableRules
{
    private const int LineStep = 10_000;

    // The columns a line always has from its list, and those it has unless the list allows other values.
    public static void FollowHeader(RowDraft line, Row list)
    {
        line[PriceListLineTable.PriceType] = list[PriceListTable.PriceType];
        line[PriceListLineTable.AmountType] = list[PriceListTable.AmountType];
        line[PriceListLineTable.Status] = list[PriceListTable.Status];
        if (line.IsNew || !Allows(list))
        {
            foreach (var (own, header) in PriceListLineTable.Defaults)
            {
                line[own] = list[header];
            }
        }
    }

    public void Validated(RowDraft draft, Column column)
    {
        CheckDraft(draft);
        if (draft.Original is { } line)
        {
            CheckDraft(new RowDraft(line));
        }

        if (column == PriceListLineTable.List || column == PriceListLineTable.ListId)
        {
            if (ListOf(draft) is { } list)
            {
                FollowHeader(draft, list);
            }
        }
        else if (column == PriceListLineTable.Asset || column == PriceListLineTable.AssetId)
        {
            draft[PriceListLineTable.Unit] = ProductOf(draft) is var (kind, product) ? product.Text(kind.BaseUnit) : "";
        }
        else if (column == PriceListLineTable.Unit)
        {
            CheckUnit(draft);
        }
        else
        {
            CheckDefault(draft, column);
        }
    }

    public void Inserting(RowDraft draft)
    {
        FieldTest.HasValue(draft, PriceListLineTable.List);
        CheckDraft(draft);
        if ((int)draft[PriceListLineTable.LineNumber]! == 0)
        {
            var lines = session.Data(PriceListLineTable.Table).Index(PriceListLineTable.List).Equal(draft[PriceListLineTable.List]);
            draft[PriceListLineTable.LineNumber] = lines.Max(line => (int?)line[PriceListLineTable.LineNumber]) + LineStep ?? LineStep;
        }
    }

    public void Deleting(Row row)
    {
        if (row.Text(PriceListLineTable.Status) == PriceListTable.Active)
        {
            throw BcException.Dialog(
                $"You cannot delete the active price list line {row.Text(PriceListLineTable.List)} {row[PriceListLineTable.LineNumber]}.");
        }
    }

    private static bool Allows(Row list) => (bool)list[PriceListTable.AllowUpdatingDefaults]!;

    private Row? ListOf(RowDraft line) => session.FindByKey(PriceListTable.Table, line.Text(PriceListLineTable.List));

    // Lines are written while their list is a draft.
    private void CheckDraft(RowDraft line)
    {
        if (ListOf(line) is { } list)
        {
            FieldTest.IsEqual(new RowDraft(list), PriceListTable.Status, PriceListTable.Draft);
        }
    }

    private void CheckDefault(RowDraft line, Column column)
    {
        foreach (var (own, header) in PriceListLineTable.Defaults.Where(pair => pair.Line == column))
        {
            if (ListOf(line) is { } list && !Allows(list))
            {
                FieldTest.IsEqual(line, own, list[header]!);
            }
        }
    }

    private void CheckUnit(RowDraft line)
    {
        var code = line.Text(PriceListLineTable.Unit);
        if (code.Length > 0 && ProductOf(line) is var (kind, product)
            && new ProductUnits(session, kind).Find(product.Text(kind.Number), code) is null)
        {
            throw BcException.NotRelated(line.Table, PriceListLineTable.Unit, code, kind.Units.Table);
        }
    }

    private (ProductKind Kind, Row Product)? ProductOf(RowDraft line) =>
        ProductKind.Find(line.Text(PriceListLineTable.AssetType)) is { } kind
        && session.FindByKey(kind.Table, line.Text(PriceListLineTable.Asset)) is { } product
            ? (kind, product)
            : null;
}
