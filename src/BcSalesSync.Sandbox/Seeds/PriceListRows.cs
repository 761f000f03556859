using System.Globalization;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Seeds;

// Puts sales price lists of a seed, the lines as their list says.
internal sealed class PriceListRows(BcRowWriter rows)
{
    public Row PutList(string code, string description, string status, string currency, DateOnly start, bool allowsUpdating = false) =>
        rows.Put(
            PriceListTable.Table, code, (PriceListTable.Code, code), (PriceListTable.Description, description),
            (PriceListTable.PriceType, "Sale"), (PriceListTable.AmountType, "Price"), (PriceListTable.Status, status),
            (PriceListTable.Currency, currency), (PriceListTable.StartingDate, start),
            (PriceListTable.AllowUpdatingDefaults, allowsUpdating));

    public void PutLine(
        Row list, int number, ProductKind kind, string product, string unit, decimal price, decimal minimumQuantity = 0m) =>
        rows.Put(
            PriceListLineTable.Table, string.Create(CultureInfo.InvariantCulture, $"{list.Text(PriceListTable.Code)}/{number}"),
            (PriceListLineTable.List, list[PriceListTable.Code]!), (PriceListLineTable.ListId, list.Id),
            (PriceListLineTable.LineNumber, number), (PriceListLineTable.PriceType, list[PriceListTable.PriceType]!),
            (PriceListLineTable.AmountType, list[PriceListTable.AmountType]!), (PriceListLineTable.Status, list[PriceListTable.Status]!),
            (PriceListLineTable.Currency, list[PriceListTable.Currency]!),
            (PriceListLineTable.StartingDate, list[PriceListTable.StartingDate]!),
            (PriceListLineTable.EndingDate, list[PriceListTable.EndingDate]!), (PriceListLineTable.AssetType, kind.Word),
            (PriceListLineTable.Asset, product), (PriceListLineTable.AssetId, BcRowWriter.IdOf(kind.Table, product)),
            (PriceListLineTable.Unit, unit), (PriceListLineTable.UnitPrice, price),
            (PriceListLineTable.MinimumQuantity, minimumQuantity));
}
