using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Ports.Endpoints;

/// <summary>One write.</summary>
public sealed record RecordWrite
{
    /// <summary>What it does.</summary>
    public required WriteKind Kind { get; init; }

    /// <summary>Id of the record. A create gives it where the table accepts ids from clients and otherwise leaves it null.</summary>
    public Guid? Id { get; init; }

    /// <summary>Columns and values in the order in which the system should take them; an empty value clears the column.</summary>
    public IReadOnlyList<KeyValuePair<string, FieldValue>> Values { get; init; } = [];

    /// <summary>Write only when the record still carries this token; null to write in any case.</summary>
    public string? IfMatch { get; init; }
}
