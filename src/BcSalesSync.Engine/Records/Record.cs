namespace BcSalesSync.Engine.Records;

/// <summary>A record of either system, in normal form. Immutable.</summary>
public sealed record Record
{
    /// <summary>SystemId in Business Central, primary key in Dataverse.</summary>
    public required Guid Id { get; init; }

    /// <summary>Stamp that changes with every write of the row: row version or modified time; null when the system gives none.</summary>
    public string? Version { get; init; }

    /// <summary>Concurrency token to send back as If-Match; null when the system gave none.</summary>
    public string? ETag { get; init; }

    /// <summary>Time of the last write (UTC); null when unknown.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>Values by column name. A column that was not read is absent; an empty one is present and empty.</summary>
    public required IReadOnlyDictionary<string, FieldValue> Values { get; init; }

    /// <summary>The value of a column, empty when it was not read.</summary>
    public FieldValue this[string column] => Values.TryGetValue(column, out var value) ? value : FieldValue.Empty;
}
