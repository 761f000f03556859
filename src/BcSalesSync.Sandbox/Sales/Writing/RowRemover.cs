using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Sales.Writing.Documents;
using BcSalesSync.Sandbox.Sales.Writing.Sequels;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing;

// Deletes rows with their parts: pointers to them are cleared, or keep them from being deleted; change tracking remembers them.
internal sealed class RowRemover(SalesOrganization organization, RowWriter writer)
{
    private static readonly Field IsBaseUnit = SalesSchema.Unit.Find("isschedulebaseuom")!;

    private readonly DocumentGuard _guard = new(organization);
    private readonly DocumentSequel _totals = new(organization, writer);

    public void Delete(WriteScope scope, SalesTable table, Guid id)
    {
        if (table.IsReadOnly)
        {
            throw SalesError.NotSupported($"The table '{table.Name}' cannot be written.");
        }

        var row = organization.Find(table, id) ?? throw SalesError.Gone(table, id);
        if (table == SalesSchema.Unit && row[IsBaseUnit.Column] is true)
        {
            throw SalesError.Refused("0x80043B03", "The base unit of a schedule cannot be deleted.");
        }

        _guard.Check(table, row, null);
        var doomed = new Dictionary<Guid, (SalesTable Table, Row Row)>();
        Doom(doomed, table, row);
        foreach (var (doomedTable, doomedRow) in doomed.Values)
        {
            Release(scope, doomed, doomedTable, doomedRow);
        }

        foreach (var (doomedTable, doomedRow) in doomed.Values)
        {
            Remove(scope, doomedTable, doomedRow.Id);
        }

        if (DocumentKind.OfLine(table) is { } kind)
        {
            _totals.Recalculate(scope, kind, row);
        }
    }

    // The row and all that follows it.
    private void Doom(Dictionary<Guid, (SalesTable Table, Row Row)> doomed, SalesTable table, Row row)
    {
        if (!doomed.TryAdd(row.Id, (table, row)))
        {
            return;
        }

        foreach (var (pointing, field) in PointersTo(table).Where(pointer => FateOf(pointer.Field, table) == PointerFate.Follows))
        {
            foreach (var follower in RowsPointing(pointing, field, row.Id))
            {
                Doom(doomed, pointing, follower);
            }
        }
    }

    private void Release(WriteScope scope, Dictionary<Guid, (SalesTable Table, Row Row)> doomed, SalesTable table, Row row)
    {
        foreach (var (pointing, field) in PointersTo(table))
        {
            var rows = RowsPointing(pointing, field, row.Id).Where(pointer => !doomed.ContainsKey(pointer.Id)).ToList();
            if (rows.Count > 0 && FateOf(field, table) == PointerFate.Refuses)
            {
                throw SalesError.HasRelatedRows();
            }

            foreach (var pointer in rows)
            {
                writer.Save(scope, pointing, new RowDraft(pointer) { [field.Column] = null });
            }
        }
    }

    private void Remove(WriteScope scope, SalesTable table, Guid id)
    {
        scope.Work.Delete(table.Table, id);
        var note = new RowDraft(table.Deletions.Table, id)
        {
            [table.Deletions.Table.Stamps.Version] = organization.NextVersion(),
            [table.Deletions.Table.Stamps.CreatedAt] = organization.World.Clock.SalesNow,
            [table.Deletions.Table.Stamps.ModifiedAt] = organization.World.Clock.SalesNow,
        };
        scope.Work.Put(note.ToRow());
    }

    private List<Row> RowsPointing(SalesTable table, Field field, Guid id) =>
        [.. organization.World.Store[table.Table].Index(field.Column).Equal(id)];

    private static PointerFate FateOf(Field field, SalesTable target) =>
        field.Fate ?? (target.KeepsReferencedRows ? PointerFate.Refuses : PointerFate.Cleared);

    // Look-ups clients can set; those that follow from others follow here as well.
    private static IEnumerable<(SalesTable Table, Field Field)> PointersTo(SalesTable table) =>
        from pointing in SalesSchema.All
        from field in pointing.Fields
        where field.Access != FieldAccess.ReadOnly && field.Targets.Any(target => target.Table == table.Name)
        select (pointing, field);
}
