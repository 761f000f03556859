using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Documents;

// The discount of a whole document, spread over the lines that allow it (documents 1.11).
internal sealed class InvoiceDiscount(BcSession session)
{
    private const string NoBase =
        "Cannot apply an invoice discount because the document does not include lines where the Allow Invoice Disc. field is selected. "
        + "To add a discount, specify a line discount in the Line Discount % field for the relevant lines, or add a line of type Item "
        + "where the Allow Invoice Disc. field is selected.";

    private static readonly Column[] Shares = [SalesLineTable.InvoiceDiscount, SalesLineTable.Amount, SalesLineTable.AmountIncludingTax];

    private readonly DocumentMoney _money = new(session);

    // Refuses an amount that no line can take.
    public void Set(RowDraft header, decimal amount)
    {
        if (header.Original is not { } existing)
        {
            if (amount != 0m)
            {
                throw BcException.Dialog(NoBase);
            }

            return;
        }

        DocumentStatus.TestOpen(existing);
        var lines = SalesDocument.LinesOf(session.Data(SalesLineTable.Table), existing.Id).ToList();
        if (amount != 0m && BaseOf(lines, existing) == 0m)
        {
            throw BcException.Dialog(NoBase);
        }

        header[SalesHeaderTable.InvoiceDiscountValue] = _money.Round(amount, existing.Text(SalesHeaderTable.Currency));
        Spread(header.ToRow());
    }

    // Shares by line amount; the shares add up to the discount. VAT follows, since it is worked out over all lines of a rate.
    public void Spread(Row header)
    {
        var amount = (decimal)header[SalesHeaderTable.InvoiceDiscountValue]!;
        var lines = SalesDocument.LinesOf(session.Data(SalesLineTable.Table), header.Id).ToList();
        var whole = amount == 0m ? 0m : BaseOf(lines, header);
        var totals = new VatTotals(_money, header);
        decimal passed = 0m, given = 0m;
        foreach (var line in lines)
        {
            var draft = new RowDraft(line);
            passed += whole == 0m ? 0m : BaseOf(draft, header);
            var due = whole == 0m ? 0m : _money.Round(amount * passed / whole, header.Text(SalesHeaderTable.Currency));
            draft[SalesLineTable.InvoiceDiscount] = Allows(draft) ? due - given : 0m;
            given = due;
            totals.Add(draft);
            if (Shares.Any(draft.Changed))
            {
                session.Save(draft);
            }
        }
    }

    private static bool Allows(RowDraft line) => (bool)line[SalesLineTable.AllowInvoiceDiscount]!
        && line.Text(SalesLineTable.Type) != SalesLineTable.Comment;

    private decimal BaseOf(IEnumerable<Row> lines, Row header) => lines.Sum(line => BaseOf(new RowDraft(line), header));

    private decimal BaseOf(RowDraft line, Row header) => Allows(line)
        ? new LineAmounts(_money).Gross(line, header) - LineAmounts.Of(line, SalesLineTable.DiscountAmount)
        : 0m;
}
