using BcSalesSync.Contracts;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Ports.State;

/// <summary>
/// Written before a create whose id the system chooses, so that after a crash the record can be looked up instead of created twice
/// (design: section 2), and told apart from those of others.
/// </summary>
public sealed record CreateIntent
{
    /// <summary>Name of the mapping.</summary>
    public required string Mapping { get; init; }

    /// <summary>Direction of the create.</summary>
    public required SyncDirection Direction { get; init; }

    /// <summary>Id of the record it is created from.</summary>
    public required Guid SourceId { get; init; }

    /// <summary>Column by which it can be looked for.</summary>
    public required string KeyColumn { get; init; }

    /// <summary>Value of that column.</summary>
    public required string KeyValue { get; init; }

    /// <summary>What is sent, by column.</summary>
    public IReadOnlyDictionary<string, FieldValue> Sent { get; init; } = new Dictionary<string, FieldValue>();

    /// <summary>Records that held the key before; null when they are not known.</summary>
    public IReadOnlyCollection<Guid>? Before { get; init; }

    /// <summary>The system's own time just before; null when it does not tell.</summary>
    public DateTimeOffset? ServerTime { get; init; }
}
