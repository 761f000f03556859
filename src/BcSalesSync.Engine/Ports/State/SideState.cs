using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Ports.State;

/// <summary>What one side of a coupling looked like when it was last synchronised.</summary>
public sealed record SideState
{
    /// <summary>Version of the record; null when a bulk write did not tell.</summary>
    public string? Version { get; init; }

    /// <summary>Modified time (UTC); null when a bulk write did not tell.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>
    /// Mapped values by column. A column that is absent was never agreed upon and counts as changed. A store may read them at the first look:
    /// stored values that are damaged are an error then, and are kept as they are where nobody looks.
    /// </summary>
    public required IReadOnlyDictionary<string, FieldValue> Values { get; init; }
}
