using System.Net;
using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Sales.Writing.Rules;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing;

// Creates and changes rows under the rules of the organisation.
internal sealed class RowWriter(SalesOrganization organization)
{
    private readonly IReadOnlyList<IRowRule> _rules = RowRules.Of(organization);

    public Row Create(WriteScope scope, SalesTable table, RowInput input)
    {
        CheckWritable(table);
        var id = input.Id ?? organization.NextId();
        if (organization.Find(table, id) is not null)
        {
            throw scope.InSet ? SalesError.ExistsInSet() : SalesError.Exists();
        }

        var draft = new RowDraft(table.Table, id);
        foreach (var (field, value) in input.Values)
        {
            if (!field.Access.HasFlag(FieldAccess.Create))
            {
                throw SalesError.Argument($"The column '{field.Name}' of the table '{table.Name}' cannot be set when a row is created.");
            }

            draft[field.Column] = ValueCheck.Check(table, field, value);
        }

        scope.Work.Delete(table.Deletions.Table, id);
        return Save(scope, table, draft);
    }

    public Row Update(WriteScope scope, SalesTable table, Guid id, RowInput input)
    {
        CheckWritable(table);
        var row = organization.Find(table, id) ?? throw (scope.InSet ? SalesError.GoneInSet(table, id) : SalesError.Gone(table, id));
        var draft = new RowDraft(row);
        foreach (var (field, value) in input.Values)
        {
            var valid = ValueCheck.Check(table, field, value);
            if (!field.Access.HasFlag(FieldAccess.Update) && !Equals(valid, row[field.Column]))
            {
                throw SalesError.Argument($"The column '{field.Name}' of the table '{table.Name}' cannot be changed.");
            }

            draft[field.Column] = valid;
        }

        // A state without a status takes the first status of the state.
        if (table.Find("statuscode") is { } status && input.Values.Keys.Any(field => field.Kind == FieldKind.State)
            && !input.Values.ContainsKey(status))
        {
            draft[status.Column] = null;
        }

        return Save(scope, table, draft);
    }

    // Applies the rules to a draft and keeps it.
    public Row Save(WriteScope scope, SalesTable table, RowDraft draft)
    {
        foreach (var rule in _rules)
        {
            rule.Apply(draft, table, scope);
        }

        var row = draft.ToRow();
        if (organization.World.Faults.TakeForRow(table.Table.System, table.SetName, row) is { } fault)
        {
            throw new SalesException(
                (HttpStatusCode)(fault.Status ?? 400), fault.Code ?? "0x80040265", fault.Message ?? "The row was refused by a plug-in.");
        }

        scope.Work.Put(row);
        return row;
    }

    private static void CheckWritable(SalesTable table)
    {
        if (table.IsReadOnly)
        {
            throw SalesError.NotSupported($"The table '{table.Name}' cannot be written.");
        }
    }
}
