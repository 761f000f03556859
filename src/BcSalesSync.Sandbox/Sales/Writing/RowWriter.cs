using System.Net;
using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Sales.Writing.Documents;
using BcSalesSync.Sandbox.Sales.Writing.Rules;
using BcSalesSync.Sandbox.Sales.Writing.Sequels;
using BcSalesSync.Sandbox.Sales.Writing.States;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing;

// Creates and changes rows under the rules of the organisation.
internal sealed class RowWriter
{
    private readonly SalesOrganization _organization;
    private readonly ValueCheck _values;
    private readonly IReadOnlyList<IRowRule> _rules;
    private readonly IReadOnlyList<IStateRule> _stateRules;
    private readonly IReadOnlyList<IRowSequel> _sequels;
    private readonly DocumentGuard _guard;

    public RowWriter(SalesOrganization organization)
    {
        _organization = organization;
        _values = new ValueCheck(organization.Options);
        _rules = RowRules.Of(organization);
        _guard = new DocumentGuard(organization);
        _stateRules =
        [
            new ProductStateRule(organization), new OpportunityStateRule(), new QuoteStateRule(), new InvoiceStateRule(),
            new DeactivationRule(organization),
        ];
        _sequels =
        [
            new BaseUnitSequel(organization, this), new ProductFamilySequel(organization, this), new ProductNameSequel(organization),
            new DocumentSequel(organization, this),
        ];
    }

    public Row Create(WriteScope scope, SalesTable table, RowInput input)
    {
        CheckWritable(table);
        var id = input.Id ?? _organization.NextId();
        if (_organization.Find(table, id) is not null)
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

            draft[field.Column] = _values.Check(table, field, value);
        }

        _guard.Check(table, null, draft);
        scope.Work.Delete(table.Deletions.Table, id);
        var row = Save(scope with { Given = input.Values.Keys }, table, draft);
        foreach (var detail in input.Details)
        {
            var details = SalesSchema.FindName(table.Details!.Table)!;
            detail.Values[details.Find(table.Details.Lookup)!] = id;
            Create(scope, details, detail);
        }

        return input.Details.Count == 0 ? row : _organization.Find(table, id)!;
    }

    public Row Update(WriteScope scope, SalesTable table, Guid id, RowInput input)
    {
        CheckWritable(table);
        var row = _organization.Find(table, id) ?? throw (scope.InSet ? SalesError.GoneInSet(table, id) : SalesError.Gone(table, id));
        var draft = new RowDraft(row);
        foreach (var (field, value) in input.Values)
        {
            var valid = _values.Check(table, field, value);
            if (!field.Access.HasFlag(FieldAccess.Update) && !Equals(valid, row[field.Column]))
            {
                throw SalesError.Argument($"The column '{field.Name}' of the table '{table.Name}' cannot be changed.");
            }

            draft[field.Column] = valid;
        }

        if (input.Values.Keys.FirstOrDefault(field => field.Kind == FieldKind.State) is { } state)
        {
            ChangeState(table, row, draft, state, reasonIsGiven: input.Values.Keys.Any(field => field.Kind == FieldKind.Status));
        }

        _guard.Check(table, row, draft);
        return Save(scope with { Given = input.Values.Keys }, table, draft);
    }

    // Applies the rules to a draft and keeps it.
    public Row Save(WriteScope scope, SalesTable table, RowDraft draft)
    {
        foreach (var rule in _rules)
        {
            rule.Apply(draft, table, scope);
        }

        var row = draft.ToRow();
        if (_organization.World.Faults.TakeForRow(table.Table.System, table.SetName, row) is { } fault)
        {
            throw new SalesException(
                (HttpStatusCode)(fault.Status ?? 400), fault.Code ?? "0x80040265", fault.Message ?? "The row was refused by a plug-in.");
        }

        scope.Work.Put(row);
        foreach (var sequel in _sequels)
        {
            sequel.Follow(row, draft.Original, table, scope);
        }

        return row;
    }

    // A state without a status takes the first status of the state.
    private void ChangeState(SalesTable table, Row row, RowDraft draft, Field state, bool reasonIsGiven)
    {
        var wanted = draft[state.Column] as int? ?? throw SalesError.Argument($"The state of a row of '{table.Name}' cannot be cleared.");
        foreach (var rule in _stateRules)
        {
            rule.Check(table, row, wanted);
        }

        if (!reasonIsGiven)
        {
            draft[table.Find("statuscode")!.Column] = null;
        }
    }

    private static void CheckWritable(SalesTable table)
    {
        if (table.IsReadOnly)
        {
            throw SalesError.NotSupported($"The table '{table.Name}' cannot be written.");
        }
    }
}
