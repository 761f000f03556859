using System.Data.Common;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.State.Rows;

/// <summary>Couplings as rows.</summary>
internal static class CouplingRows
{
    /// <summary>Columns in the order of <see cref="Read"/>.</summary>
    public const string Columns =
        "mapping, family, bc_id, sales_id, bc_no, bc_name, sales_name, "
        + "bc_version, bc_modified, bc_values, sales_version, sales_modified, sales_values, "
        + "to_sales_result, to_bc_result, to_sales_job, to_bc_job, skipped, error, last_synchronized, error_time, revision";

    /// <summary>A row.</summary>
    public static CouplingState Read(DbDataReader reader) => Compose(reader, SharedNames.Of(reader.GetString(0)), Guid.Parse(reader.GetString(2)));

    private static CouplingState Compose(DbDataReader reader, string mapping, Guid bcId) => new()
    {
        Mapping = mapping,
        Family = SharedNames.Of(reader.GetString(1)),
        BcId = bcId,
        SalesId = Guid.Parse(reader.GetString(3)),
        BcNo = reader.Text(4),
        BcName = reader.Text(5),
        SalesName = reader.Text(6),
        Bc = ReadSide(reader, 7, mapping, bcId),
        Sales = ReadSide(reader, 10, mapping, bcId),
        ToSalesResult = (SyncOutcome)reader.GetInt32(13),
        ToBusinessCentralResult = (SyncOutcome)reader.GetInt32(14),
        ToSalesJob = reader.Id(15),
        ToBusinessCentralJob = reader.Id(16),
        Skipped = reader.GetInt32(17) != 0,
        Error = reader.Text(18),
        LastSynchronized = reader.Time(19),
        ErrorTime = reader.Time(20),
        Revision = reader.GetInt64(21),
    };

    private static SideState? ReadSide(DbDataReader reader, int first, string mapping, Guid bcId) => reader.Text(first + 2) is not { } values ? null : new()
    {
        Version = reader.Text(first),
        ModifiedAt = reader.Time(first + 1),
        Values = new StoredValues(values, mapping, bcId),
    };
}
