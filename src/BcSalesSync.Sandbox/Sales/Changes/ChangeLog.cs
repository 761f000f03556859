using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.Sales.Changes;

// What happened to a table between two versions.
internal sealed class ChangeLog(SalesOrganization organization)
{
    private const int DefaultRetentionDays = 7;

    private readonly DataStore _store = organization.World.Store;

    // Refuses a token that is older than the organisation remembers, or that it never gave out.
    public DeltaToken Check(DeltaToken token)
    {
        var days = organization.Setting("expirechangetrackingindays") as int? ?? DefaultRetentionDays;
        return organization.World.Clock.SalesNow - token.Moment > TimeSpan.FromDays(days) || token.Version > organization.LastVersion
            ? throw SalesError.TokenExpired()
            : token;
    }

    // Written rows before deletions; at most so many, behind a position.
    public IReadOnlyList<Change> Read(SalesTable table, long after, long upTo, int limit, ChangePosition? behind = null)
    {
        var deletions = Between(table.Deletions.Table, behind is { IsDeletion: true } ? behind.Version : after, upTo)
            .Where(row => _store[table.Table].Find(row.Id) is null).Select(row => new Change(true, row));
        if (behind is { IsDeletion: true })
        {
            return [.. deletions.Take(limit)];
        }

        var written = Between(table.Table, behind?.Version ?? after, upTo).Select(row => new Change(false, row));
        return [.. written.Concat(deletions).Take(limit)];
    }

    private IEnumerable<Row> Between(Table table, long after, long upTo) => _store[table].Index(table.Stamps.Version)
        .Between(new IndexEntry(after + 1, Guid.Empty), new IndexEntry(upTo, RowIndex.LastId));
}
