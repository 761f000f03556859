using System.Globalization;
using BcSalesSync.Sandbox.BusinessCentral.Documents;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Rules;

// Items and resources: number series, base unit, unit group, what goes with a deleted one (sandbox-rules 2.1).
internal sealed class ProductRules(BcSession session, ProductKind kind, ItemLedger ledger) : ITableRules
{
    private readonly ProductUnits _units = new(session, kind);

    public void Validated(RowDraft draft, Column column)
    {
        if (column == kind.BaseUnit || column == ItemTable.BaseUnitId)
        {
            CheckUnmoved(draft, kind.BaseUnit);
            CheckBaseUnit(draft);
        }
        else if (column == ItemTable.Type)
        {
            CheckUnmoved(draft, column);
        }
    }

    public void Inserting(RowDraft draft)
    {
        if (draft.Text(kind.Number).Length == 0)
        {
            draft[kind.Number] = session.NextNumber(kind.NumberSeries, kind.NumberPrefix, kind.Table);
        }

        CheckBaseUnit(draft);
    }

    public void Inserted(Row row)
    {
        _units.CreateGroup(row);
        _units.EnsureBaseUnit(row);
    }

    public void Modified(Row before, Row after)
    {
        if (before.Text(kind.Number) != after.Text(kind.Number))
        {
            _units.RenameGroup(before.Text(kind.Number), after.Text(kind.Number));
        }

        _units.EnsureBaseUnit(after);
    }

    public void Deleting(Row row)
    {
        var number = row.Text(kind.Number);
        if (HasEntries(number))
        {
            throw BcException.Dialog(
                $"You cannot delete {kind.Word} {number} because it has ledger entries in a fiscal year that has not been closed yet.");
        }

        new OpenDocuments(session).CheckProduct(kind, row);
        _units.RemoveAll(number);
        RemovePrices(number);
    }

    private bool HasEntries(string number) => kind == ProductKind.Item && ledger.HasEntries(number);

    private void CheckUnmoved(RowDraft draft, Column column)
    {
        if (draft.Original is { } item && draft.Changed(column) && HasEntries(item.Text(kind.Number)))
        {
            throw BcException.Dialog($"You cannot change {column.Caption} because there are one or more ledger entries for this item.");
        }
    }

    private void CheckBaseUnit(RowDraft draft)
    {
        var code = draft.Text(kind.BaseUnit);
        if (_units.Find(draft.Text(kind.Number), code) is { } unit && (decimal)unit[kind.Units.Quantity]! is var quantity && quantity != 1m)
        {
            throw BcException.Dialog(string.Create(
                CultureInfo.InvariantCulture,
                $"The quantity per base unit of measure must be 1. {code} is set up with {quantity} per unit of measure."));
        }
    }

    private void RemovePrices(string number)
    {
        var lines = session.Data(PriceListLineTable.Table).Index(PriceListLineTable.Asset).Equal(number)
            .Where(line => line.Text(PriceListLineTable.AssetType) == kind.Word);
        var prices = kind == ProductKind.Item ? session.Data(SalesPriceTable.Table).Index(SalesPriceTable.Item).Equal(number) : [];
        foreach (var row in lines.Concat(prices).ToList())
        {
            session.Remove(row);
        }
    }
}
