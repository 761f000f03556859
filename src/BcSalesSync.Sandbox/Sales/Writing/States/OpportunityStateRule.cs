using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.States;

// An opportunity is won or lost by the actions of that name alone; a plain write can only open it again.
internal sealed class OpportunityStateRule : IStateRule
{
    public void Check(SalesTable table, Row row, int wanted)
    {
        if (table == SalesSchema.Opportunity && wanted is OpportunityTable.Won or OpportunityTable.Lost)
        {
            var action = wanted == OpportunityTable.Won ? "WinOpportunity" : "LoseOpportunity";
            throw SalesError.Refused(
                "0x80100005", $"This message can not be used to set the state of opportunity. In order to set it, use {action} instead.");
        }
    }
}
