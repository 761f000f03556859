using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Changes;

// A row written since a token, or the note of a deletion.
internal sealed record Change(bool IsDeletion, Row Row)
{
    public override string ToString() => new ChangePosition(IsDeletion, Row.Version).ToString();
}
