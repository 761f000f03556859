namespace BcSalesSync.Engine.Mappings;

/// <summary>
/// Rows of Sales that their state locks, such as submitted orders: each is opened, written and closed again as one unit, and left alone where
/// somebody moved it to another state (spec/documents.md 0.5, 2.4).
/// </summary>
public sealed record RowLock
{
    /// <summary>Column with the state.</summary>
    public required string Column { get; init; }

    /// <summary>States whose rows are written to.</summary>
    public required IReadOnlyList<int> Writable { get; init; }

    /// <summary>What opens a row: columns and their numbers. They are closed with what is planned for them, or with what they held.</summary>
    public required IReadOnlyDictionary<string, int> Open { get; init; }

    /// <summary>A state that only an action leads to; null when there is none.</summary>
    public RowAction? Action { get; init; }

    /// <summary>Whether both lock the same rows in the same way: lists and dictionaries are compared by what they hold.</summary>
    /// <param name="other">The lock to compare with, or null.</param>
    public bool Equals(RowLock? other) =>
        other is not null && Column == other.Column && Action == other.Action && Writable.SequenceEqual(other.Writable)
        && Open.OrderBy(pair => pair.Key, StringComparer.Ordinal).SequenceEqual(other.Open.OrderBy(pair => pair.Key, StringComparer.Ordinal));

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Column, Writable.Count, Open.Count);
}
