using System.Globalization;
using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Seeds;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Options;

// Inserts and renames options. Neither is in force before the table is published.
internal sealed class OptionEditor(SalesOrganization organization)
{
    // The one language of the organisation.
    public const int Language = 1033;

    // Where an organisation starts to number the options it adds itself.
    private const int FirstOwnValue = 100_000_000;

    private static readonly OptionColumns InForce = OptionColumns.InForce;
    private static readonly OptionColumns Waiting = OptionColumns.Waiting;

    // The number of the new option; without a wanted one the next free of the organisation's own.
    public int Insert(UnitOfWork work, SalesTable table, Field field, int? wanted, string label)
    {
        var taken = Rows(Waiting, table, field).Select(row => (int)row[Waiting.Value]!)
            .Concat(organization.Options.Of(table, field).Select(choice => choice.Value)).ToHashSet();
        if (wanted is { } number && taken.Contains(number))
        {
            throw SalesError.Argument($"The option {number} of the column '{field.Name}' of the table '{table.Name}' exists already.");
        }

        var value = wanted ?? Math.Max(FirstOwnValue, taken.DefaultIfEmpty().Max() + 1);
        Wait(work, table, field, value, label);
        return value;
    }

    public void Rename(UnitOfWork work, SalesTable table, Field field, int value, string label)
    {
        if (Find(InForce, table, field, value) is null && Find(Waiting, table, field, value) is null)
        {
            throw SalesError.Argument($"The column '{field.Name}' of the table '{table.Name}' has no option {value}.");
        }

        Wait(work, table, field, value, label);
    }

    // Puts what waits for the table in force.
    public void Publish(UnitOfWork work, SalesTable table)
    {
        foreach (var waiting in organization.World.Store[Waiting.Table].Rows.Where(row => row.Text(Waiting.Owner) == table.Name).ToList())
        {
            var field = table.Find(waiting.Text(Waiting.Attribute))!;
            var value = (int)waiting[Waiting.Value]!;
            var existing = Find(InForce, table, field, value);
            var draft = existing is null ? Draft(InForce, table, field, value) : new RowDraft(existing);
            draft[InForce.Label] = waiting[Waiting.Label];
            Keep(work, draft);
            work.Delete(Waiting.Table, waiting.Id);
        }
    }

    public static Guid IdOf(SalesTable table, Field field, int value) => SeedIds.Of(
        string.Create(CultureInfo.InvariantCulture, $"sales/stringmap/{table.Name}/{field.Name}/{value}"));

    private void Wait(UnitOfWork work, SalesTable table, Field field, int value, string label)
    {
        var draft = Find(Waiting, table, field, value) is { } row ? new RowDraft(row) : Draft(Waiting, table, field, value);
        draft[Waiting.Label] = label;
        Keep(work, draft);
    }

    private RowDraft Draft(OptionColumns columns, SalesTable table, Field field, int value) =>
        new(columns.Table, IdOf(table, field, value))
        {
            [columns.Owner] = table.Name,
            [columns.Attribute] = field.Name,
            [columns.Value] = value,
            [columns.Order] = organization.Options.Of(table, field).Count + 1,
            [columns.Language] = Language,
        };

    private void Keep(UnitOfWork work, RowDraft draft)
    {
        var stamps = draft.Table.Stamps;
        if (draft.IsNew)
        {
            draft[stamps.CreatedAt] = organization.World.Clock.SalesNow;
        }

        draft[stamps.ModifiedAt] = organization.World.Clock.SalesNow;
        draft[stamps.Version] = organization.NextVersion();
        work.Put(draft.ToRow());
    }

    private IEnumerable<Row> Rows(OptionColumns columns, SalesTable table, Field field) =>
        organization.Options.RowsInOrder(columns, table, field);

    private Row? Find(OptionColumns columns, SalesTable table, Field field, int value) =>
        Rows(columns, table, field).FirstOrDefault(row => row[columns.Value] as int? == value);
}
