using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Documents;

// What currency and payment terms bring with them.
internal sealed class HeaderTerms(BcSession session)
{
    private readonly DocumentMoney _money = new(session);

    public void ApplyCurrency(RowDraft draft) => draft[SalesHeaderTable.CurrencyFactor] = _money.FactorOf(
        draft.Text(SalesHeaderTable.Currency), (DateOnly)draft[SalesHeaderTable.PostingDate]!);

    public void ApplyPayment(RowDraft draft)
    {
        var table = CodeTables.PaymentTerms;
        var terms = session.FindByKey(table, draft.Text(SalesHeaderTable.PaymentTerms));
        draft[SalesHeaderTable.PaymentDiscountPercent] = terms?[table["discountPercent"]] ?? 0m;
        draft[SalesHeaderTable.DueDate] = DateFormula.Shift(
            (DateOnly)draft[SalesHeaderTable.DocumentDate]!, terms?.Text(table["dueDateCalculation"]) ?? "");
    }
}
