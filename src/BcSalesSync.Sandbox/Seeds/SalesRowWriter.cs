using BcSalesSync.Sandbox.Sales;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Sales.Writing;
using BcSalesSync.Sandbox.Sales.Writing.Rules;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Seeds;

// Puts Dataverse rows of a seed: what follows from other columns is filled as in any write, the stamps are fixed by the seed.
internal sealed class SalesRowWriter(SalesOrganization organization, UnitOfWork work, DateTimeOffset moment)
{
    private readonly IReadOnlyList<IRowRule> _rules = RowRules.ForSeed(organization);
    private readonly ValueCheck _values = new(organization.Options);
    private readonly WriteScope _scope = new(work, SalesOrganization.Administrator);

    // The row of this key has the same id in every sandbox.
    public static Guid IdOf(SalesTable table, string key) => SeedIds.Of($"sales/{table.Name}/{key}");

    public Guid Put(SalesTable table, string key, params (string Name, object? Value)[] values) => Put(table, IdOf(table, key), values);

    public Guid Put(SalesTable table, Guid id, params (string Name, object? Value)[] values)
    {
        var draft = new RowDraft(table.Table, id);
        foreach (var (name, value) in values)
        {
            var field = table.Find(name) ?? throw new ArgumentException($"The table {table.Name} has no column {name}.", nameof(values));
            draft[field.Column] = _values.Check(table, field, value);
        }

        foreach (var rule in _rules)
        {
            rule.Apply(draft, table, _scope);
        }

        draft[table.Table.Stamps.CreatedAt] = moment;
        draft[table.Table.Stamps.ModifiedAt] = moment;
        draft[table.Table.Stamps.Version] = organization.NextVersion();
        foreach (var stamp in new[] { "createdby", "modifiedby" })
        {
            if (table.Find(stamp) is { } field)
            {
                draft[field.Column] = SalesOrganization.Administrator;
            }
        }

        work.Put(draft.ToRow());
        return id;
    }
}
