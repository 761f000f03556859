using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing;

// Deletes rows: pointers to the row are cleared, or keep it from being deleted; change tracking remembers it.
internal sealed class RowRemover(SalesOrganization organization, RowWriter writer)
{
    public void Delete(WriteScope scope, SalesTable table, Guid id)
    {
        if (table.IsReadOnly)
        {
            throw SalesError.NotSupported($"The table '{table.Name}' cannot be written.");
        }

        var row = organization.Find(table, id) ?? throw SalesError.Gone(table, id);
        foreach (var (pointing, field) in PointersTo(table))
        {
            var rows = organization.World.Store[pointing.Table].Index(field.Column).Equal(id).ToList();
            if (rows.Count > 0 && table.KeepsReferencedRows)
            {
                throw SalesError.HasRelatedRows();
            }

            foreach (var pointer in rows.Where(pointer => pointer.Id != id))
            {
                writer.Save(scope, pointing, new RowDraft(pointer) { [field.Column] = null });
            }
        }

        scope.Work.Delete(table.Table, row.Id);
        var note = new RowDraft(table.Deletions.Table, id)
        {
            [table.Deletions.Table.Stamps.Version] = organization.NextVersion(),
            [table.Deletions.Table.Stamps.CreatedAt] = organization.World.Clock.SalesNow,
            [table.Deletions.Table.Stamps.ModifiedAt] = organization.World.Clock.SalesNow,
        };
        scope.Work.Put(note.ToRow());
    }

    // Look-ups clients can set; those that follow from others follow here as well.
    private static IEnumerable<(SalesTable Table, Field Field)> PointersTo(SalesTable table) =>
        from pointing in SalesSchema.All
        from field in pointing.Fields
        where field.Access != FieldAccess.ReadOnly && field.Targets.Any(target => target.Table == table.Name)
        select (pointing, field);
}
