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
    private static readonly NumberColumn<RevisedCoupling> Next = new("next", row => row.Next);

    private static readonly RowColumn<RevisedCoupling>[] Inserted = [.. RevisedCoupling.Stored, Next];
    private static readonly RowColumn<RevisedCoupling>[] InsertedAgain = [.. Inserted, new NumberColumn<RevisedCoupling>("place", row => row.Place)];

    private static readonly RowColumn<RevisedCoupling>[] Updated =
        [.. Inserted, new NumberColumn<RevisedCoupling>("made_from", row => row.Coupling.Revision)];

    private static readonly string InsertNew = Insert("revision", "next");
    private static readonly string InsertAgain = Insert("revision, place", "next, place");

    private static readonly string Update =
        $"UPDATE couplings SET revision = given.next, {Stored(name => $"{name} = given.{name}")} FROM given "
        + "WHERE couplings.revision = given.made_from AND couplings.family = given.family AND couplings.bc_id = given.bc_id "
        + "AND couplings.sales_id = given.sales_id RETURNING revision";

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
        Clashing(couplings.Zip(counts).Where(tried => tried.Second == 0).Select(tried => tried.First));
    }

    // Whoever moves to another partner frees the old one first, so that only the outcome has to be one-to-one, whatever the order.
    private void SaveAll(IReadOnlyList<CouplingState> saved)
    {
        revisions = session.Dialect.TakeRevisions(session, saved.Count);
        var revised = saved.Zip(revisions, (coupling, next) => new RevisedCoupling(coupling, null, next)).ToList();
        var inserted = revised.FindAll(row => row.Coupling.Revision == 0);
        foreach (var row in Unwritten(Update, Updated, revised.FindAll(row => row.Coupling.Revision != 0)))
            Take(row, inserted);

        // A new one could get the place of one that is to come back there.
        var unwritten = Unwritten(InsertAgain, InsertedAgain, inserted.FindAll(row => row.Place is not null))
            .Concat(Unwritten(InsertNew, Inserted, inserted.FindAll(row => row.Place is null)));
        Clashing(unwritten.Select(row => row.Coupling));
    }

    private void Take(RevisedCoupling row, List<RevisedCoupling> inserted)
    {
        var places = session.Query(
            "DELETE FROM couplings WHERE family = $family AND (bc_id = $bc OR sales_id = $sales) AND revision = $revision RETURNING place",
            reader => reader.GetInt64(0),
            Pair(row.Coupling, ("$revision", row.Coupling.Revision)));
        if (places.Count == 0)
            clashes.Add(Clash(row.Coupling));
        else
            inserted.Add(row with { Place = places[0] });
    }

    // Those that the statement found no room for, or not as they were.
    private List<RevisedCoupling> Unwritten(string sql, RowColumn<RevisedCoupling>[] columns, List<RevisedCoupling> rows)
    {
        var written = session.RunOver(sql, columns, rows).ToHashSet();
        return rows.FindAll(row => !written.Contains(row.Next));
    }

    private void Clashing(IEnumerable<CouplingState> couplings) => clashes.AddRange(couplings.Select(Clash));

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

    private static string Stored(Func<string, string> write) => string.Join(", ", RevisedCoupling.Stored.Select(column => write(column.Name)));

    // Without a condition one of the databases would take what follows for one of a join.
    private static string Insert(string columns, string values) =>
        $"INSERT INTO couplings ({Stored(name => name)}, {columns}) SELECT {Stored(name => name)}, {values} FROM given WHERE true "
        + "ON CONFLICT DO NOTHING RETURNING revision";

    private static (string Name, object? Value)[] Pair(CouplingState coupling, params (string Name, object? Value)[] more) =>
        [("$family", coupling.Family), ("$bc", StoredText.Of(coupling.BcId)), ("$sales", StoredText.Of(coupling.SalesId)), .. more];
}
