using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.Rules;

// A line belongs to a document and sells a product by one of its units, or else what it describes itself: a write-in.
// Owner, currency and state it shows are those of the document.
internal sealed class DocumentLineRule(SalesOrganization organization) : IRowRule
{
    private static readonly Field ProductGroup = SalesSchema.Product.Find("defaultuomscheduleid")!;
    private static readonly Field ProductState = SalesSchema.Product.Find("statecode")!;
    private static readonly Field UnitGroup = SalesSchema.Unit.Find("uomscheduleid")!;

    public void Apply(RowDraft draft, SalesTable table, WriteScope scope)
    {
        if (DocumentKind.OfLine(table) is not { } kind)
        {
            return;
        }

        var columns = kind.LineColumns;
        var header = organization.Find(kind.Header, draft[columns.Document] as Guid?)
            ?? throw SalesError.Argument($"The id of the {kind.Header.Name} is missing.");
        draft[columns.IsWriteIn] ??= draft[columns.Product] is null && draft[columns.ProductDescription] is not null;
        if (draft[columns.IsWriteIn] is true)
        {
            CheckWriteIn(draft, columns);
        }
        else if (draft.Changed(columns.Product) || draft.Changed(columns.Unit) || draft.Changed(columns.ProductDescription))
        {
            CheckProduct(draft, columns);
        }

        if (draft.IsNew)
        {
            draft[columns.Number] ??= LastNumber(kind, header.Id) + 1;
            draft[columns.Sequence] ??= draft[columns.Number];
        }

        ShowDocument(draft, kind, header);
    }

    // What a line shows of its document.
    public static void ShowDocument(RowDraft line, DocumentKind kind, Row header)
    {
        line[kind.LineColumns.Owner] = header[kind.HeaderColumns.Owner];
        line[kind.LineColumns.Currency] = header[kind.HeaderColumns.Currency];
        line[kind.LineColumns.State] = header[kind.HeaderColumns.State];
        if (kind.LineColumns.PriceLock is { } shown)
        {
            line[shown] = header[kind.HeaderColumns.PriceLock!];
        }
    }

    private static void CheckWriteIn(RowDraft draft, LineColumns columns)
    {
        if (draft[columns.Product] is not null)
        {
            throw SalesError.Refused("0x80043AFB", "Both the product description and the product are set on this line.");
        }

        if (draft[columns.Unit] is not null)
        {
            throw SalesError.Refused("0x80043AFA", "Both the product description and the unit are set on this line.");
        }

        if (draft[columns.ProductDescription] is null)
        {
            throw SalesError.Missing("A line without a product needs a product description.");
        }
    }

    private void CheckProduct(RowDraft draft, LineColumns columns)
    {
        var product = organization.Find(SalesSchema.Product, draft[columns.Product] as Guid?)
            ?? throw SalesError.Refused("0x80043B11", "The product id is missing.");
        if (draft[columns.ProductDescription] is not null)
        {
            throw SalesError.Refused("0x80043AFB", "Both the product description and the product are set on this line.");
        }

        var unit = organization.Find(SalesSchema.Unit, draft[columns.Unit] as Guid?)
            ?? throw SalesError.Refused("0x80043B0D", "The unit id is missing.");
        if (!Equals(product[ProductGroup.Column], unit[UnitGroup.Column]))
        {
            throw SalesError.Refused("0x80043B14", "The specified unit is not valid for this product.");
        }

        if (draft.Changed(columns.Product) && product[ProductState.Column] is not ProductTable.Active)
        {
            throw SalesError.InvalidState("Only a product that is active can be added to a line.");
        }
    }

    private int LastNumber(DocumentKind kind, Guid header) => organization.World.Store[kind.Line.Table]
        .Index(kind.LineColumns.Document).Equal(header).Max(line => line[kind.LineColumns.Number] as int?) ?? 0;
}
