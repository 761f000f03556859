using System.Data.Common;

namespace BcSalesSync.State.Rows;

/// <summary>Columns that may be null.</summary>
internal static class StoredColumns
{
    /// <summary>Text of a column; null when it is null.</summary>
    public static string? Text(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    /// <summary>Time of a column; null when it is null.</summary>
    public static DateTimeOffset? Time(this DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : new DateTimeOffset(reader.GetInt64(column), TimeSpan.Zero);

    /// <summary>Id of a column; null when it is null.</summary>
    public static Guid? Id(this DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : Guid.Parse(reader.GetString(column));
}
