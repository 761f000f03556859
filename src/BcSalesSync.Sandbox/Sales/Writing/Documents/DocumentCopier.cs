using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.Documents;

// Makes a document of another one, its lines included.
internal sealed class DocumentCopier(SalesOrganization organization, RowWriter writer)
{
    private static readonly Field OrderLineOfInvoice = SalesSchema.InvoiceLine.Find("salesorderdetailid")!;

    // The draft takes what it has not been given from the source.
    public Row Copy(WriteScope scope, DocumentKind from, Row source, DocumentKind to, RowDraft draft)
    {
        Fill(draft, to.Header, source, from.Header);
        writer.Save(scope, to.Header, draft);
        var lines = organization.World.Store[from.Line.Table].Index(from.LineColumns.Document).Equal(source.Id)
            .OrderBy(line => line[from.LineColumns.Number] as int? ?? int.MaxValue).ToList();
        foreach (var line in lines)
        {
            var copy = new RowDraft(to.Line.Table, organization.NextId()) { [to.LineColumns.Document] = draft.Id };
            Fill(copy, to.Line, line, from.Line);
            copy[to.LineColumns.VolumeDiscount] = line[from.LineColumns.VolumeDiscount];
            if (to == DocumentKind.Invoice)
            {
                copy[OrderLineOfInvoice.Column] = line.Id;
            }

            writer.Save(scope with { Recalculates = true }, to.Line, copy);
        }

        return organization.Find(to.Header, draft.Id)!;
    }

    private static void Fill(RowDraft draft, SalesTable table, Row source, SalesTable sourceTable)
    {
        foreach (var field in table.Fields.Where(IsCopied))
        {
            if (sourceTable.Find(field.Name) is { } same)
            {
                draft[field.Column] ??= source[same.Column];
            }
        }
    }

    private static bool IsCopied(Field field) =>
        field.Access.HasFlag(FieldAccess.Create) && field.Kind != FieldKind.Status
        && field.Name is not ("importsequencenumber" or "overriddencreatedon");
}
