using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.Rules;

// Who writes a row first owns it unless another owner is named; owning user, team and business unit follow from the owner.
internal sealed class OwnerRule(SalesOrganization organization) : IRowRule
{
    private static readonly Field UserUnit = SalesSchema.User.Find("businessunitid")!;
    private static readonly Field TeamUnit = SalesSchema.Team.Find("businessunitid")!;

    public void Apply(RowDraft draft, SalesTable table, WriteScope scope)
    {
        if (table.Find("ownerid") is not { } owner)
        {
            return;
        }

        if (draft[owner.Column] is null)
        {
            draft[owner.Column] = draft.IsNew ? scope.Actor : throw SalesError.Missing("A row must have an owner.");
        }

        if (!draft.Changed(owner.Column))
        {
            return;
        }

        var id = (Guid)draft[owner.Column]!;
        var user = organization.Find(SalesSchema.User, id);
        var team = organization.Find(SalesSchema.Team, id);
        draft[table.Find("owninguser")!.Column] = user?.Id;
        draft[table.Find("owningteam")!.Column] = team?.Id;
        draft[table.Find("owningbusinessunit")!.Column] = user?[UserUnit.Column] ?? team?[TeamUnit.Column];
    }
}
