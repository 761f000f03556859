using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.Documents;

// Replaces a quote by a draft with the same number and the next revision; the old one is closed as revised.
internal sealed class QuoteReviser(SalesOrganization organization, RowWriter writer, DocumentCopier copier)
{
    public Row Revise(WriteScope scope, Row quote)
    {
        var columns = DocumentKind.Quote.HeaderColumns;
        var revisions = organization.World.Store[quote.Table].Index(columns.Number).Equal(quote[columns.Number]).ToList();
        if (quote[columns.State] is not (QuoteTables.Active or QuoteTables.Closed))
        {
            throw SalesError.InvalidState("Only an active or closed quote can be revised.");
        }

        if (revisions.Any(row => row.Id != quote.Id && row[columns.State] is QuoteTables.Draft or QuoteTables.Active))
        {
            throw SalesError.InvalidState("The quote has a revision that is not closed yet.");
        }

        if (quote[columns.State] is QuoteTables.Active)
        {
            writer.Save(scope, SalesSchema.Quote, new RowDraft(quote)
            {
                [columns.State] = QuoteTables.Closed,
                [columns.Status] = QuoteTables.Revised,
            });
        }

        var draft = new RowDraft(quote.Table, organization.NextId())
        {
            [columns.Revision!] = revisions.Max(row => row[columns.Revision!] as int? ?? 0) + 1,
        };
        return copier.Copy(scope, DocumentKind.Quote, quote, DocumentKind.Quote, draft);
    }
}
