using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Rules;

// Price lists: edited as drafts, taken into use as a whole, lines and all.
internal sealed class PriceListRules(BcSession session) : ITableRules
{
    public const string NumberSeries = "bc.series.pricelist";
    public const string NumberPrefix = "S";

    public void Validated(RowDraft draft, Column column)
    {
        if (draft.Original is { } list && column != PriceListTable.Status && column != PriceListTable.Description && draft.Changed(column)
            && list.Text(PriceListTable.Status) == PriceListTable.Active)
        {
            FieldTest.IsEqual(new RowDraft(list), PriceListTable.Status, PriceListTable.Draft);
        }

        if (column == PriceListTable.StartingDate || column == PriceListTable.EndingDate)
        {
            DateRange.Check(draft, PriceListTable.StartingDate, PriceListTable.EndingDate);
        }
    }

    public void Inserting(RowDraft draft)
    {
        if (draft.Text(PriceListTable.Code).Length == 0)
        {
            draft[PriceListTable.Code] = session.NextNumber(NumberSeries, NumberPrefix, PriceListTable.Table);
        }
    }

    public void Modified(Row before, Row after)
    {
        var activated = before.Text(PriceListTable.Status) != PriceListTable.Active
            && after.Text(PriceListTable.Status) == PriceListTable.Active;
        foreach (var line in LinesOf(after))
        {
            var draft = new RowDraft(line);
            if (activated && line.Text(PriceListLineTable.AssetType) != PriceListLineTable.AllAssets)
            {
                FieldTest.HasValue(draft, PriceListLineTable.Asset);
            }

            PriceListLineRules.FollowHeader(draft, after);
            if (draft.Table.Columns.Any(draft.Changed))
            {
                session.Save(draft);
            }
        }
    }

    public void Deleting(Row row)
    {
        if (row.Text(PriceListTable.Status) == PriceListTable.Active)
        {
            throw BcException.Dialog($"You cannot delete the active price list {row.Text(PriceListTable.Code)}.");
        }

        foreach (var line in LinesOf(row))
        {
            session.Remove(line);
        }
    }

    private List<Row> LinesOf(Row list) =>
        [.. session.Data(PriceListLineTable.Table).Index(PriceListLineTable.List).Equal(list[PriceListTable.Code])];
}
