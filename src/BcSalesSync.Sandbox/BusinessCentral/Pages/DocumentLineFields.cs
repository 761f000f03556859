using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Pages;

// What the line sets of API v2.0 have in common (wire-bc 5.3).
internal static class DocumentLineFields
{
    public static PageBuilder Start(string set, string entity, DocumentSources sources) =>
        new PageBuilder(set, entity, SalesLineTable.Table)
            .Id()
            .Writable(SalesLineTable.DocumentId, SalesLineTable.Sequence)
            .Computed(
                "itemId", ColumnType.Guid, row => IdOf(sources, row, SalesLineTable.Item, ItemTable.Table),
                write: (writer, draft, value) => SetObject(
                    writer, draft, SalesLineTable.Item, sources.Find(ItemTable.Table, (Guid)value), "Item does not exist."))
            .Computed(
                "accountId", ColumnType.Guid, row => IdOf(sources, row, SalesLineTable.Account, GlAccountTable.Table),
                write: (writer, draft, value) => SetAccount(writer, draft, sources.Find(GlAccountTable.Table, (Guid)value)))
            .Computed(
                "lineType", ColumnType.Option, row => LineTypeNames.Shown(row.Text(SalesLineTable.Type)),
                write: (writer, draft, value) => writer.Validate(draft, SalesLineTable.Type, LineTypeNames.Stored((string)value)),
                options: LineTypeNames.All)
            .Computed(
                "lineObjectNumber", ColumnType.Code, row => row.Text(SalesLineTable.Number),
                write: (writer, draft, value) => SetNumber(writer, draft, (string)value, sources))
            .Writable(SalesLineTable.Description, SalesLineTable.Description2)
            .Computed(
                "unitOfMeasureId", ColumnType.Guid, sources.UnitId,
                write: (writer, draft, value) => writer.Validate(
                    draft, SalesLineTable.Unit,
                    sources.Find(CodeTables.UnitOfMeasure, (Guid)value)?.Text(CodeTables.UnitOfMeasure.KeyColumn) ?? ""))
            .Writable(
                SalesLineTable.Unit, SalesLineTable.Quantity, SalesLineTable.UnitPrice, SalesLineTable.DiscountAmount,
                SalesLineTable.DiscountPercent)
            .Computed("discountAppliedBeforeTax", ColumnType.Boolean, _ => true)
            .ReadOnly(SalesLineTable.Amount, SalesLineTable.TaxPercent)
            .Computed("totalTaxAmount", ColumnType.Decimal, row => Tax(row))
            .ReadOnly(SalesLineTable.AmountIncludingTax)
            .Computed("netTaxAmount", ColumnType.Decimal, row => Tax(row))
            .Alias("netAmountIncludingTax", SalesLineTable.AmountIncludingTax)
            .Ignored("taxCode", ColumnType.Code, row => row.Text(SalesLineTable.VatGroup))
            .Ignored("itemVariantId", ColumnType.Guid, _ => Guid.Empty)
            .Ignored("locationId", ColumnType.Guid, _ => Guid.Empty);

    private static object Tax(Row row) => (decimal)row[SalesLineTable.AmountIncludingTax]! - (decimal)row[SalesLineTable.Amount]!;

    private static object IdOf(DocumentSources sources, Row row, string type, Table table) =>
        row.Text(SalesLineTable.Type) == type ? sources.IdOf(table, row.Text(SalesLineTable.Number)) : Guid.Empty;

    private static void SetAccount(RecordWriter writer, RowDraft draft, Row? account)
    {
        if (draft.Text(SalesLineTable.Type) == SalesLineTable.Item && draft.Text(SalesLineTable.Number).Length > 0)
        {
            throw BcException.Dialog("You cannot specify both an item and an account for one line.");
        }

        SetObject(writer, draft, SalesLineTable.Account, account, "Account does not exist.");
    }

    private static void SetObject(RecordWriter writer, RowDraft draft, string type, Row? related, string missing)
    {
        if (related is null)
        {
            throw BcException.Dialog(missing);
        }

        writer.Validate(draft, SalesLineTable.Type, type);
        SetFixed(writer, draft, related.Text(related.Table.KeyColumn));
    }

    private static void SetNumber(RecordWriter writer, RowDraft draft, string number, DocumentSources sources)
    {
        if (draft.Text(SalesLineTable.Type) == SalesLineTable.Item
            && sources.IdOf(ItemTable.Table, number.Trim().ToUpperInvariant()) is Guid id && id == Guid.Empty)
        {
            throw BcException.Dialog("Item does not exist.");
        }

        SetFixed(writer, draft, number);
    }

    // The object of a line stays what it is; another one needs another line.
    private static void SetFixed(RecordWriter writer, RowDraft draft, string number)
    {
        writer.Validate(draft, SalesLineTable.Number, number);
        if (!draft.IsNew && draft.Changed(SalesLineTable.Number))
        {
            throw BcException.Dialog("The value for \"lineObjectNumber\" cannot be modified.");
        }
    }
}
