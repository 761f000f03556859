using System.Text.Json;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Runs.Passes.Partitions;

/// <summary>The records of a slice, and the job that counts them, as text.</summary>
/// <param name="Direction">Direction of the pass.</param>
/// <param name="JobId">Id of the job.</param>
/// <param name="Records">The records.</param>
internal sealed record SliceContent(SyncDirection Direction, Guid JobId, IReadOnlyList<Record> Records)
{
    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    public static SliceContent Of(string text)
    {
        var stored = JsonSerializer.Deserialize<Stored>(text)!;
        return new SliceContent(stored.Direction, stored.JobId, [.. stored.Records.Select(row => row.ToRecord())]);
    }

    /// <summary>The slice as text.</summary>
    public string ToText() => JsonSerializer.Serialize(new Stored(Direction, JobId, [.. Records.Select(Row.Of)]));

    private sealed record Stored(SyncDirection Direction, Guid JobId, IReadOnlyList<Row> Records);

    private sealed record Row(Guid Id, string? Version, string? ETag, DateTimeOffset? ModifiedAt, Dictionary<string, string> Values)
    {
        public static Row Of(Record record) => new(
            record.Id, record.Version, record.ETag, record.ModifiedAt,
            record.Values.ToDictionary(value => value.Key, value => FieldValueText.Write(value.Value)));

        public Record ToRecord() => new()
        {
            Id = Id,
            Version = Version,
            ETag = ETag,
            ModifiedAt = ModifiedAt,
            Values = Values.ToDictionary(value => value.Key, value => FieldValueText.Read(value.Value)),
        };
    }
}
