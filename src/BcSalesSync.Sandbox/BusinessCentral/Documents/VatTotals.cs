using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Documents;

// VAT of a document: worked out on the sum of the lines of a rate, each line taking what its predecessors have left of it, so that the
// lines add up to the VAT of the sum whatever is rounded on the way.
internal sealed class VatTotals(DocumentMoney money, Row header)
{
    private readonly Dictionary<decimal, (decimal Net, decimal Gross)> _sums = [];
    private readonly LineAmounts _amounts = new(money);

    // Sets the amounts of the next line.
    public void Add(RowDraft line)
    {
        var currency = header.Text(SalesHeaderTable.Currency);
        var percent = LineAmounts.Of(line, SalesLineTable.TaxPercent);
        var (net, gross) = _sums.GetValueOrDefault(percent);
        var after = _amounts.Discounted(line, header);
        var rate = 1m + (percent / 100m);
        var sum = (bool)header[SalesHeaderTable.PricesIncludeTax]!
            ? (Net: money.Round((gross + after) / rate, currency), Gross: gross + after)
            : (Net: net + after, Gross: money.Round((net + after) * rate, currency));
        line[SalesLineTable.Amount] = sum.Net - net;
        line[SalesLineTable.AmountIncludingTax] = sum.Gross - gross;
        _sums[percent] = sum;
    }
}
