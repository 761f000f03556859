using System.Net;
using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.Rules;

// A row is born in its first state; a status must belong to the state, and none means the first of it (sandbox-rules 1.5).
internal sealed class StateRule : IRowRule
{
    public void Apply(RowDraft draft, SalesTable table, WriteScope scope)
    {
        if (table.Find("statecode") is not { } state || table.Find("statuscode") is not { } status)
        {
            return;
        }

        draft[state.Column] ??= state.Choices[0].Value;
        var chosen = (int)draft[state.Column]!;
        draft[status.Column] ??= status.Choices.First(choice => choice.State == chosen).Value;
        var reason = (int)draft[status.Column]!;
        if (!status.Choices.Any(choice => choice.Value == reason && choice.State == chosen))
        {
            var name = table.DisplayName.Replace(" ", "", StringComparison.Ordinal);
            var label = state.Choices.First(choice => choice.Value == chosen).Label;
            throw new SalesException(
                HttpStatusCode.BadRequest, "0x80048408",
                $"{reason} is not a valid status code for state code {name}State.{label} on {table.Name}.");
        }
    }
}
