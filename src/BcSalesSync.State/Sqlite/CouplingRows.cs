using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BcSalesSync.State.Sqlite;

/// <summary>Couplings as rows.</summary>
internal static class CouplingRows
{
    /// <summary>Columns in the order of <see cref="Read"/>.</summary>
    public const string Columns =
        "mapping, family, bc_id, sales_id, bc_no, bc_name, sales_name, "
        + "bc_version, bc_modified, bc_values, sales_version, sales_modified, sales_values, "
        + "to_sales_result, to_bc_result, to_sales_job, to_bc_job, skipped, error, last_synchronized";

    private static readonly string[] Written = [.. Columns.Split(", "), "no_key", "sales_name_key"];

    private static readonly string[] Parameters = [.. Written.Select(name => "$" + name)];

    private static readonly string Upsert =
        $"INSERT INTO couplings ({string.Join(", ", Written)}) VALUES ({string.Join(", ", Parameters)}) "
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
    public static void Save(SqliteConnection connection, IReadOnlyList<CouplingState> removed, IReadOnlyList<CouplingState> saved)
    {
        if (removed.Count > 0)
        {
            using var delete = connection.Prepared(
                "DELETE FROM couplings WHERE family = $family AND bc_id = $bc AND sales_id = $sales", "$family", "$bc", "$sales");
            foreach (var coupling in removed)
                delete.Run(coupling.Family, Text(coupling.BcId), Text(coupling.SalesId));
        }

        if (saved.Count == 0)
            return;
        using var upsert = connection.Prepared(Upsert, Parameters);
        foreach (var coupling in saved)
            Save(upsert, coupling);
    }

    /// <summary>An id as it is stored.</summary>
    public static string Text(Guid id) => id.ToString("D");

    /// <summary>The number under which reads are ordered and numbers are found; empty for a record without one.</summary>
    public static string NumberKey(CouplingState coupling) => coupling.BcNo?.ToUpperInvariant() ?? string.Empty;

    private static void Save(SqliteCommand upsert, CouplingState coupling)
    {
        try
        {
            upsert.Run(
                coupling.Mapping, coupling.Family, Text(coupling.BcId), Text(coupling.SalesId),
                coupling.BcNo, coupling.BcName, coupling.SalesName,
                coupling.Bc?.Version, coupling.Bc?.ModifiedAt?.UtcTicks, ValuesText.Write(coupling.Bc?.Values),
                coupling.Sales?.Version, coupling.Sales?.ModifiedAt?.UtcTicks, ValuesText.Write(coupling.Sales?.Values),
                (int)coupling.ToSalesResult, (int)coupling.ToBusinessCentralResult,
                coupling.ToSalesJob?.ToString("D"), coupling.ToBusinessCentralJob?.ToString("D"),
                coupling.Skipped ? 1 : 0, coupling.Error, coupling.LastSynchronized?.UtcTicks,
                NumberKey(coupling), coupling.SalesName?.ToUpperInvariant());
        }
        catch (SqliteException problem) when (problem.SqliteExtendedErrorCode == raw.SQLITE_CONSTRAINT_UNIQUE)
        {
            throw new CouplingTakenException($"Row {coupling.SalesId} of {coupling.Family} is coupled to another record already.", problem);
        }
    }

    private static SideState? ReadSide(SqliteDataReader reader, int first) => reader.Text(first + 2) is { } values
        ? new SideState { Version = reader.Text(first), ModifiedAt = reader.Time(first + 1), Values = ValuesText.Read(values) }
        : null;
}
