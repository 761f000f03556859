using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;
using Microsoft.Data.Sqlite;

namespace BcSalesSync.State.Sqlite;

/// <summary>Couplings as rows.</summary>
internal static class CouplingRows
{
    /// <summary>Columns in the order of <see cref="Read"/>.</summary>
    public const string Columns =
        "mapping, family, bc_id, sales_id, bc_no, bc_name, sales_name, "
        + "bc_version, bc_modified, bc_values, sales_version, sales_modified, sales_values, "
        + "to_sales_result, to_bc_result, to_sales_job, to_bc_job, skipped, error, last_synchronized";

    private static readonly string[] Written = [.. Columns.Split(", "), "bc_no_key", "sales_name_key"];

    private static readonly string Upsert =
        $"INSERT INTO couplings ({string.Join(", ", Written)}) VALUES ({string.Join(", ", Written.Select(name => "$" + name))}) "
        + "ON CONFLICT (bc_id, family) DO UPDATE SET "
        + string.Join(", ", Written.Where(name => name is not ("family" or "bc_id")).Select(name => $"{name} = excluded.{name}"));

    /// <summary>A row.</summary>
    public static CouplingState Read(SqliteDataReader reader) => new()
    {
        Mapping = string.Intern(reader.GetString(0)),
        Family = string.Intern(reader.GetString(1)),
        BcId = Guid.Parse(reader.GetString(2)),
        SalesId = Guid.Parse(reader.GetString(3)),
        BcNo = reader.Text(4),
        BcName = reader.Text(5),
        SalesName = reader.Text(6),
        Bc = ReadSide(reader, 7),
        Sales = ReadSide(reader, 10),
        ToSalesResult = (SyncOutcome)reader.GetInt32(13),
        ToBusinessCentralResult = (SyncOutcome)reader.GetInt32(14),
        ToSalesJob = reader.Id(15),
        ToBusinessCentralJob = reader.Id(16),
        Skipped = reader.GetInt32(17) != 0,
        Error = reader.Text(18),
        LastSynchronized = reader.Time(19),
    };

    /// <summary>Removes couplings, then inserts or replaces others.</summary>
    /// <exception cref="CouplingTakenException">A row of Sales would get a second record.</exception>
    public static void Save(SqliteSession session, IReadOnlyList<CouplingState> removed, IReadOnlyList<CouplingState> saved)
    {
        foreach (var coupling in removed)
        {
            session.Run(
                "DELETE FROM couplings WHERE family = $family AND bc_id = $bc AND sales_id = $sales",
                ("$family", coupling.Family), ("$bc", StoredText.Of(coupling.BcId)), ("$sales", StoredText.Of(coupling.SalesId)));
        }

        // Whoever moves to another row frees the old one first, so that only the outcome has to be one-to-one, whatever the order.
        foreach (var coupling in saved)
        {
            session.Run(
                "DELETE FROM couplings WHERE family = $family AND bc_id = $bc AND sales_id <> $sales",
                ("$family", coupling.Family), ("$bc", StoredText.Of(coupling.BcId)), ("$sales", StoredText.Of(coupling.SalesId)));
        }

        foreach (var coupling in saved)
            Save(session, coupling);
    }

    private static void Save(SqliteSession session, CouplingState coupling)
    {
        try
        {
            session.Run(
                Upsert,
                ("$mapping", coupling.Mapping), ("$family", coupling.Family),
                ("$bc_id", StoredText.Of(coupling.BcId)), ("$sales_id", StoredText.Of(coupling.SalesId)),
                ("$bc_no", coupling.BcNo), ("$bc_no_key", StoredText.Key(coupling.BcNo)), ("$bc_name", coupling.BcName),
                ("$sales_name", coupling.SalesName), ("$sales_name_key", StoredText.Key(coupling.SalesName)),
                ("$bc_version", coupling.Bc?.Version), ("$bc_modified", coupling.Bc?.ModifiedAt?.UtcTicks),
                ("$bc_values", Values(coupling.Bc)),
                ("$sales_version", coupling.Sales?.Version), ("$sales_modified", coupling.Sales?.ModifiedAt?.UtcTicks),
                ("$sales_values", Values(coupling.Sales)),
                ("$to_sales_result", (int)coupling.ToSalesResult), ("$to_bc_result", (int)coupling.ToBusinessCentralResult),
                ("$to_sales_job", StoredText.Of(coupling.ToSalesJob)), ("$to_bc_job", StoredText.Of(coupling.ToBusinessCentralJob)),
                ("$skipped", coupling.Skipped ? 1 : 0), ("$error", coupling.Error),
                ("$last_synchronized", coupling.LastSynchronized?.UtcTicks));
        }
        catch (SqliteException problem) when (problem.SqliteExtendedErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT_UNIQUE)
        {
            throw new CouplingTakenException(
                $"Row {coupling.SalesId} of {coupling.Family} is coupled to {Owner(session, coupling)} already and cannot be coupled to "
                + $"{Name(coupling.BcNo, coupling.BcName, coupling.BcId)} as well.",
                problem);
        }
    }

    private static string Owner(SqliteSession session, CouplingState coupling) => session.Query(
        "SELECT bc_no, bc_name, bc_id FROM couplings WHERE family = $family AND sales_id = $sales",
        reader => Name(reader.Text(0), reader.Text(1), Guid.Parse(reader.GetString(2))),
        ("$family", coupling.Family), ("$sales", StoredText.Of(coupling.SalesId)))[0];

    private static string Name(string? number, string? name, Guid id)
    {
        var words = string.Join(' ', new[] { number, name }.Where(word => !string.IsNullOrEmpty(word)));
        return words.Length == 0 ? $"record {id}" : $"{words} ({id})";
    }

    private static string? Values(SideState? side) => side is null ? null : ValuesText.Write(side.Values);

    private static SideState? ReadSide(SqliteDataReader reader, int first) => reader.Text(first + 2) is not { } values ? null : new()
    {
        Version = reader.Text(first),
        ModifiedAt = reader.Time(first + 1),
        Values = ValuesText.Read(values),
    };
}
