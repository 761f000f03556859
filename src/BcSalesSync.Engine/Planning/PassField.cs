using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Mappings.Transformations;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Planning;

/// <summary>One field row as a pass uses it, seen from source to destination.</summary>
/// <param name="Row">The field mapping.</param>
/// <param name="Source">Column it is read from; null for constants and computations.</param>
/// <param name="Destination">Column it is written to.</param>
/// <param name="TwoWay">True when the same pair travels in the other direction too, so that edits of both sides can clash.</param>
public sealed record PassField(FieldMapping Row, string? Source, ColumnSchema Destination, bool TwoWay)
{
    /// <summary>Column by which the source refers to another record; the source column itself unless the row says otherwise.</summary>
    public string? ReferredBy { get; init; } = Source;

    /// <summary>What happens to the value on the way of the pass; null when it travels as it is.</summary>
    public TransformationChain? Transform { get; init; }

    /// <summary>The value as the other side is to hold it.</summary>
    /// <exception cref="TransformationException">The value is none that the row can transform.</exception>
    public FieldValue Transformed(FieldValue value) => Transform is { } chain ? chain.Apply(value) : value;
}
