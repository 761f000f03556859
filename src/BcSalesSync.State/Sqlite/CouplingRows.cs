using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;
using Microsoft.Data.Sqlite;

namespace BcSalesSync.State.Sqlite;

/// <summary>Couplings as rows.</summary>
internal static class CouplingRows
{
    /// <summary>Columns in the order of <see cref="Read"/>.</summary>
    public const string Columns =
        "mapping, family, bc_id, sales_id, bc_no, bc_name, sales_name, bc_version, bc_modified, bc_values, sales_version, sales_modified, sales_values, "
        + "to_sales_result, to_bc_result, to_sales_job, to_bc_job, skipped, error, last_synchronized";

    private static readonly string[] Names = [.. Columns.Split(", ").Select(name => "$" + name)];

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
            using var delete = connection.Prepared("DELETE FROM couplings WHERE family = $family AND bc_id = $bc AND sales_id = $sales", "$family", "$bc", "$sales");
            foreach (var coupling in removed)
                delete.Run(coupling.Family, Text(coupling.BcId), Text(coupling.SalesId));
        }

        if (saved.Count == 0)
            return;
        var updates = string.Join(", ", Columns.Split(", ").Where(name => name is not ("family" or "bc_id")).Select(name => $"{name} = excluded.{name}"));
        using var upsert = connection.Prepared(
            $"INSERT INTO couplings ({Columns}) VALUES ({string.Join(", ", Names)}) ON CONFLICT (family, bc_id) DO UPDATE SET {updates}", Names);
        foreach (var coupling in saved)
            Upsert(upsert, coupling);
    }

    /// <summary>An id as it is stored.</summary>
    public static string Text(Guid id) => id.ToString("D");

    private static void Upsert(SqliteCommand upsert, CouplingState coupling)
    {
        try
        {
            upsert.Run(
                coupling.Mapping, coupling.Family, Text(coupling.BcId), Text(coupling.SalesId), coupling.BcNo, coupling.BcName, coupling.SalesName,
                coupling.Bc?.Version, coupling.Bc?.ModifiedAt?.UtcTicks, coupling.Bc is { } bc ? ValuesText.Write(bc.Values) : null,
                coupling.Sales?.Version, coupling.Sales?.ModifiedAt?.UtcTicks, coupling.Sales is { } sales ? ValuesText.Write(sales.Values) : null,
                (int)coupling.ToSalesResult, (int)coupling.ToBusinessCentralResult,
                coupling.ToSalesJob is { } toSales ? Text(toSales) : null, coupling.ToBusinessCentralJob is { } toBc ? Text(toBc) : null,
                coupling.Skipped ? 1 : 0, coupling.Error, coupling.LastSynchronized?.UtcTicks);
        }
        catch (SqliteException problem) when (problem.SqliteErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT)
        {
            throw new CouplingTakenException($"Row {coupling.SalesId} of {coupling.Family} is coupled to another record already.", problem);
        }
    }

    private static SideState? ReadSide(SqliteDataReader reader, int first) => reader.Text(first + 2) is not { } values ? null : new SideState
    {
        Version = reader.Text(first),
        ModifiedAt = reader.Time(first + 1),
        Values = ValuesText.Read(values),
    };
}
