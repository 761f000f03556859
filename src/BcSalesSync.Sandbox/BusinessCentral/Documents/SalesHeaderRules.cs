using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Documents;

// Headers of sales documents: customer, terms, dates, number, and what happens to the lines (documents 1.4).
internal sealed class SalesHeaderRules(BcSession session) : ITableRules
{
    private static readonly Column[] ReleasedColumns =
    [
        SalesHeaderTable.Customer, SalesHeaderTable.CustomerId, SalesHeaderTable.BillToCustomer, SalesHeaderTable.BillToCustomerId,
        SalesHeaderTable.Currency, SalesHeaderTable.CurrencyId, SalesHeaderTable.PricesIncludeTax, SalesHeaderTable.RequestedDeliveryDate,
    ];

    private readonly HeaderTerms _terms = new(session);
    private readonly DocumentLines _lines = new(session);

    public void Creating(RowDraft draft)
    {
        foreach (var column in new[]
        {
            SalesHeaderTable.OrderDate, SalesHeaderTable.DocumentDate, SalesHeaderTable.PostingDate, SalesHeaderTable.DueDate,
            SalesHeaderTable.ShipmentDate,
        })
        {
            draft[column] = session.Today;
        }
    }

    public void Validated(RowDraft draft, Column column)
    {
        if (draft.Original is { } header && ReleasedColumns.Contains(column) && draft.Changed(column))
        {
            DocumentStatus.TestOpen(header);
        }

        if (column == SalesHeaderTable.Customer || column == SalesHeaderTable.CustomerId)
        {
            new CustomerDefaults(session, _terms).SellTo(draft);
        }
        else if (column == SalesHeaderTable.BillToCustomer || column == SalesHeaderTable.BillToCustomerId)
        {
            new CustomerDefaults(session, _terms).BillTo(draft);
        }
        else if (column == SalesHeaderTable.Currency || column == SalesHeaderTable.CurrencyId || column == SalesHeaderTable.PostingDate)
        {
            _terms.ApplyCurrency(draft);
        }
        else if (column == SalesHeaderTable.PaymentTerms || column == SalesHeaderTable.PaymentTermsId
            || column == SalesHeaderTable.DocumentDate)
        {
            _terms.ApplyPayment(draft);
        }
    }

    public void Inserting(RowDraft draft)
    {
        var type = draft.Text(SalesHeaderTable.DocumentType);
        draft[SalesHeaderTable.Number] = DocumentSeries.Of(type).Next(session, SalesHeaderTable.Table);
        draft[SalesHeaderTable.Occurrence] = 1;
        if (type == SalesHeaderTable.Quote && (DateOnly)draft[SalesHeaderTable.ValidUntilDate]! == DateOnly.MinValue
            && session.Rows(SalesSetupTable.Table).FirstOrDefault()?.Text(SalesSetupTable.QuoteValidity) is { Length: > 0 } validity)
        {
            draft[SalesHeaderTable.ValidUntilDate] =
                DateFormula.Shift((DateOnly)draft[SalesHeaderTable.DocumentDate]!, validity);
        }
    }

    public void Inserted(Row row) => _lines.Touch(row);

    public void Modified(Row before, Row after)
    {
        _lines.Follow(before, after);
        _lines.Touch(after);
    }

    public void Deleting(Row row)
    {
        foreach (var line in SalesDocument.LinesOf(session.Data(SalesLineTable.Table), row.Id))
        {
            FieldTest.IsEqual(new RowDraft(line), SalesLineTable.NotInvoiced, 0m);
        }

        new DocumentArchive(session).KeepIfWanted(row);
        _lines.RemoveAll(row);
    }
}
