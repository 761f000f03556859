using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Documents;

// Keeps versions of documents: by hand, and of what is deleted or posted where the set-up says so.
internal sealed class DocumentArchive(BcSession session)
{
    public Row Keep(Row header, bool isInvoiced = false)
    {
        var archive = new RowDraft(HeaderArchiveTable.Table, session.NewId());
        foreach (var (own, from) in HeaderArchiveTable.Kept)
        {
            archive[own] = header[from];
        }

        archive[HeaderArchiveTable.Version] = LastVersion(header) + 1;
        archive[HeaderArchiveTable.DateArchived] = session.Today;
        archive[HeaderArchiveTable.ArchivedBy] = session.IsPerson ? "ADMIN" : "INTEGRATION";
        archive[HeaderArchiveTable.Invoiced] = isInvoiced;
        var row = session.Save(archive);
        foreach (var line in SalesDocument.LinesOf(session.Data(SalesLineTable.Table), header.Id))
        {
            KeepLine(line, row);
        }

        return row;
    }

    // As the set-up says for its type.
    public bool IsWanted(Row header)
    {
        var setup = session.Rows(SalesSetupTable.Table).FirstOrDefault();
        return setup is not null && header.Text(SalesHeaderTable.DocumentType) switch
        {
            SalesHeaderTable.Order => (bool)setup[SalesSetupTable.ArchiveOrders]!,
            SalesHeaderTable.Quote => setup.Text(SalesSetupTable.ArchiveQuotes) == "Always",
            _ => false,
        };
    }

    public void KeepIfWanted(Row header)
    {
        if (IsWanted(header))
        {
            Keep(header);
        }
    }

    private int LastVersion(Row header) => session.Data(HeaderArchiveTable.Table).Index(HeaderArchiveTable.Number)
        .Equal(header[SalesHeaderTable.Number])
        .Where(row => Equals(row[HeaderArchiveTable.Occurrence], header[SalesHeaderTable.Occurrence])
            && Equals(row[HeaderArchiveTable.DocumentType], header[SalesHeaderTable.DocumentType]))
        .Max(row => (int?)row[HeaderArchiveTable.Version]) ?? 0;

    private void KeepLine(Row line, Row archive)
    {
        var kept = new RowDraft(LineArchiveTable.Table, session.NewId())
        {
            [LineArchiveTable.ArchiveId] = archive.Id,
            [LineArchiveTable.Occurrence] = archive[HeaderArchiveTable.Occurrence],
            [LineArchiveTable.Version] = archive[HeaderArchiveTable.Version],
        };
        foreach (var (own, from) in LineArchiveTable.Kept)
        {
            kept[own] = line[from];
        }

        session.Save(kept);
    }
}
