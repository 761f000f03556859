using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.Rules;

// A row and the price list it uses have the same currency.
internal static class PriceListCurrency
{
    private static readonly Field OfList = SalesSchema.PriceList.Find("transactioncurrencyid")!;

    public static void Check(SalesOrganization organization, RowDraft draft, SalesTable table, Field priceList, string code)
    {
        if (organization.Find(SalesSchema.PriceList, draft[priceList.Column] as Guid?) is { } list
            && !Equals(list[OfList.Column], draft[table.Find("transactioncurrencyid")!.Column]))
        {
            throw SalesError.Refused(code, "The currency of the record does not match the currency of the price list.");
        }
    }
}
