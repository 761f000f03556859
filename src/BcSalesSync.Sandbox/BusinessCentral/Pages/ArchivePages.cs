using BcSalesSync.Sandbox.BusinessCentral.Schema;

namespace BcSalesSync.Sandbox.BusinessCentral.Pages;

// Versions of documents, in the companion for servers before the archive sets of API v2.0.
internal static class ArchivePages
{
    private const string LineSet = "salesHeaderArchiveLines";

    public static BcPage Headers(DocumentSources sources) =>
        new PageBuilder("salesHeaderArchives", "salesHeaderArchive", HeaderArchiveTable.Table)
            .Id().OwnColumns(editable: false).SystemColumns()
            .ThroughVariables("workDescription")
            .Leads(LineSet, LineSet, true, row => sources.Parts(LineArchiveTable.Table, LineArchiveTable.ArchiveId, row))
            .Build();

    public static BcPage Lines() => new PageBuilder(LineSet, "salesHeaderArchiveLine", LineArchiveTable.Table)
        .Id().OwnColumns(editable: false).SystemColumns().Below(LineArchiveTable.ArchiveId).Build();
}
