using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.Documents;

// The activity that tells when and why a row was closed; it is completed from the start.
internal sealed class ClosingActivity(SalesOrganization organization, SalesTable table)
{
    private const int Completed = 1;

    private readonly Field _state = table.Find("statecode")!;
    private readonly Field _end = table.Find("actualend")!;
    private readonly ValueCheck _values = new(organization.Options);

    public RowDraft Draft(RowInput input)
    {
        var id = input.Id ?? organization.NextId();
        if (organization.Find(table, id) is not null)
        {
            throw SalesError.Exists();
        }

        var draft = new RowDraft(table.Table, id);
        foreach (var (field, value) in input.Values)
        {
            draft[field.Column] = _values.Check(table, field, value);
        }

        draft[_state.Column] = Completed;
        draft[_end.Column] ??= organization.World.Clock.SalesNow;
        return draft;
    }
}
