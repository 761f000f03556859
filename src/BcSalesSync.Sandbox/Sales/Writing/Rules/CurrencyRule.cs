using System.Net;
using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.Rules;

// A currency has an ISO code no other one has, and a rate that is not zero (sandbox-rules 1.2).
internal sealed class CurrencyRule(SalesOrganization organization) : IRowRule
{
    private static readonly Field Code = SalesSchema.Currency.Find("isocurrencycode")!;
    private static readonly Field Rate = SalesSchema.Currency.Find("exchangerate")!;

    public void Apply(RowDraft draft, SalesTable table, WriteScope scope)
    {
        if (table != SalesSchema.Currency)
        {
            return;
        }

        if (draft[Code.Column] is not string { Length: > 0 } code)
        {
            throw SalesError.Missing("The ISO currency code is missing.");
        }

        if (draft[Rate.Column] is not decimal rate || rate == 0)
        {
            throw SalesError.Missing("The exchange rate of a currency must not be empty or zero.");
        }

        if (organization.World.Store[table.Table].Index(Code.Column).Equal(code).Any(row => row.Id != draft.Id))
        {
            throw new SalesException(HttpStatusCode.BadRequest, "0x80048CF3", "A currency with this ISO currency code already exists.");
        }
    }
}
