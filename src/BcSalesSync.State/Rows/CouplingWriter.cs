using BcSalesSync.Engine.Ports.State;
using BcSalesSync.State.Sql;

namespace BcSalesSync.State.Rows;

/// <summary>
/// Saves couplings of one change. Each is written only over the content it was made from; everything that does not fit is found before the
/// change is refused.
/// </summary>
internal sealed class CouplingWriter(StateSession session)
{
    private const string OfPair = "family = $family AND bc_id = $bc AND sales_id = $sales";
    private static readonly string[] Written = [.. CouplingRows.Stored, "bc_no_key", "sales_name_key"];

    private static readonly string InsertNew = Insert("revision", "$next");

    private static readonly string InsertAgain = Insert("place, revision", "$place, $next");

    private static readonly string Update =
        $"UPDATE couplings SET revision = $next, {string.Join(", ", Written.Select(name => $"{name} = ${name}"))} "
        + "WHERE revision = $revision AND family = $family AND bc_id = $bc_id AND sales_id = $sales_id";

    private readonly List<CouplingClash> clashes = [];
    private IReadOnlyList<long> revisions = [];

    /// <summary>Removes couplings, then saves others.</summary>
    /// <exception cref="CouplingClashException">Not everything fits; what was written has to be rolled back.</exception>
    public void Save(
        IReadOnlyList<CouplingState> removed, IReadOnlyList<CouplingState> removedAsRead, IReadOnlyList<CouplingState> saved)
    {
        Remove(removed, OfPair);
        Remove(removedAsRead, OfPair + " AND revision = $revision");
        if (saved.Count > 0)
            SaveAll(saved);
        if (clashes.Count > 0)
            throw new CouplingClashException(clashes);
    }

    private void Remove(IReadOnlyList<CouplingState> couplings, string condition)
    {
        var counts = session.RunAll(
            $"DELETE FROM couplings WHERE {condition}",
            [.. couplings.Select(coupling => Pair(coupling, ("$revision", coupling.Revision)))]);
        Clashing(couplings.Zip(counts));
    }

    // Whoever moves to another partner frees the old one first, so that only the outcome has to be one-to-one, whatever the order.
    private void SaveAll(IReadOnlyList<CouplingState> saved)
    {
        revisions = session.Dialect.TakeRevisions(session, saved.Count);
        var revised = saved.Zip(revisions, (coupling, next) => new Revised(coupling, null, next)).ToList();
        var inserted = revised.FindAll(row => row.Coupling.Revision == 0);
        var updated = revised.FindAll(row => row.Coupling.Revision != 0);
        var counts = session.RunAll(
            Update, updated.ConvertAll(row => Values(row.Coupling, ("$revision", row.Coupling.Revision), ("$next", row.Next))));
        foreach (var (row, count) in updated.Zip(counts))
        {
            if (count == 0)
                Take(row, inserted);
        }

        // A new one could get the place of one that is to come back there.
        InsertRows(inserted.FindAll(row => row.Place is not null), InsertAgain);
        InsertRows(inserted.FindAll(row => row.Place is null), InsertNew);
    }

    private void Take(Revised row, List<Revised> inserted)
    {
        var places = session.Query(
            "DELETE FROM couplings WHERE revision = $revision RETURNING place",
            reader => reader.GetInt64(0),
            ("$revision", row.Coupling.Revision));
        if (places.Count == 0)
            clashes.Add(Clash(row.Coupling));
        else
            inserted.Add(row with { Place = places[0] });
    }

    private void InsertRows(List<Revised> rows, string insert)
    {
        var counts = session.RunAll(insert, rows.ConvertAll(row => Values(row.Coupling, ("$place", row.Place), ("$next", row.Next))));
        Clashing(rows.Select(row => row.Coupling).Zip(counts));
    }

    private void Clashing(IEnumerable<(CouplingState Coupling, int Count)> tried) =>
        clashes.AddRange(tried.Where(row => row.Count == 0).Select(row => Clash(row.Coupling)));

    private CouplingClash Clash(CouplingState coupling)
    {
        var found = session.Query(
            $"SELECT {CouplingRows.Columns} FROM couplings WHERE family = $family AND bc_id = $bc "
            + $"UNION SELECT {CouplingRows.Columns} FROM couplings WHERE family = $family AND sales_id = $sales",
            CouplingRows.Read,
            Pair(coupling));

        // What this very change wrote is rolled back with it, and stands in nobody's way.
        return new CouplingClash(coupling, found.FindAll(standing => !revisions.Contains(standing.Revision)));
    }

    private static string Insert(string columns, string values) =>
        $"INSERT INTO couplings ({columns}, {string.Join(", ", Written)}) "
        + $"VALUES ({values}, {string.Join(", ", Written.Select(name => "$" + name))}) ON CONFLICT DO NOTHING";

    private static (string Name, object? Value)[] Pair(CouplingState coupling, params (string Name, object? Value)[] more) =>
        [("$family", coupling.Family), ("$bc", StoredText.Of(coupling.BcId)), ("$sales", StoredText.Of(coupling.SalesId)), .. more];

    private static (string Name, object? Value)[] Values(CouplingState coupling, params (string Name, object? Value)[] more) =>
    [
        ("$mapping", coupling.Mapping), ("$family", coupling.Family),
        ("$bc_id", StoredText.Of(coupling.BcId)), ("$sales_id", StoredText.Of(coupling.SalesId)),
        ("$bc_no", coupling.BcNo), ("$bc_no_key", StoredText.Key(coupling.BcNo)), ("$bc_name", coupling.BcName),
        ("$sales_name", coupling.SalesName), ("$sales_name_key", StoredText.Key(coupling.SalesName)),
        ("$bc_version", coupling.Bc?.Version), ("$bc_modified", coupling.Bc?.ModifiedAt?.UtcTicks), ("$bc_values", Text(coupling.Bc)),
        ("$sales_version", coupling.Sales?.Version), ("$sales_modified", coupling.Sales?.ModifiedAt?.UtcTicks),
        ("$sales_values", Text(coupling.Sales)),
        ("$to_sales_result", (int)coupling.ToSalesResult), ("$to_bc_result", (int)coupling.ToBusinessCentralResult),
        ("$to_sales_job", StoredText.Of(coupling.ToSalesJob)), ("$to_bc_job", StoredText.Of(coupling.ToBusinessCentralJob)),
        ("$skipped", coupling.Skipped ? 1 : 0), ("$error", coupling.Error),
        ("$last_synchronized", coupling.LastSynchronized?.UtcTicks), ("$error_time", coupling.ErrorTime?.UtcTicks),
        .. more,
    ];

    private static string? Text(SideState? side) => side is null ? null : ValuesText.Write(side.Values);

    // A coupling, where it comes back to if it was taken out, and the number of its new content.
    private sealed record Revised(CouplingState Coupling, long? Place, long Next);
}
