using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.States;

// A draft is activated by a plain write; an active quote is won, closed or revised by the actions of that name, and then it is final.
internal sealed class QuoteStateRule : IStateRule
{
    private static readonly Field State = SalesSchema.Quote.Find("statecode")!;

    public void Check(SalesTable table, Row row, int wanted)
    {
        if (table != SalesSchema.Quote || (int)row[State.Column]! == wanted)
        {
            return;
        }

        if ((int)row[State.Column]! is QuoteTables.Won or QuoteTables.Closed)
        {
            throw SalesError.InvalidState("A quote that is won or closed is final.");
        }

        if (wanted is QuoteTables.Won or QuoteTables.Closed)
        {
            var action = wanted == QuoteTables.Won ? "WinQuote" : "CloseQuote";
            throw SalesError.Refused(
                "0x80100005", $"This message can not be used to set the state of quote. In order to set it, use {action} instead.");
        }

        if (wanted == QuoteTables.Draft)
        {
            throw SalesError.InvalidState("An active quote does not become a draft again. Use ReviseQuote instead.");
        }
    }
}
