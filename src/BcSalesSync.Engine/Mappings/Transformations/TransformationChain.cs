using System.Text.Json.Serialization;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Mappings.Transformations;

/// <summary>The transformations of a field row, one after the other. Equal when written alike.</summary>
[JsonConverter(typeof(TransformationChainConverter))]
public sealed class TransformationChain : IEquatable<TransformationChain>
{
    private readonly IReadOnlyList<Transformation> items;

    private TransformationChain(IReadOnlyList<Transformation> items) => this.items = items;

    /// <summary>Each transformation as text.</summary>
    public IReadOnlyList<string> Texts => [.. items.Select(item => item.ToString())];

    /// <summary>Those that have no way back; none when the whole chain has one.</summary>
    public IEnumerable<Transformation> OneWay => items.Where(item => item.Reverse is null);

    /// <summary>Reads a chain; null when there is nothing in it.</summary>
    /// <exception cref="TransformationSyntaxException">One of the texts is no transformation.</exception>
    public static TransformationChain? Parse(IReadOnlyCollection<string> texts) =>
        texts.Count == 0 ? null : new([.. texts.Select(TransformationSyntax.Parse)]);

    /// <summary>
    /// The chain as a pass uses it. A row that goes both ways says what happens towards Sales, and the other direction undoes it; a
    /// row that goes one way says what happens on that way.
    /// </summary>
    /// <param name="row">Directions of the row.</param>
    /// <param name="pass">Direction of the pass; never Both.</param>
    public TransformationChain In(SyncDirection row, SyncDirection pass) =>
        row is SyncDirection.Both && pass is SyncDirection.ToBusinessCentral
            ? new([.. items.Reverse().Select(item => item.Reverse ?? throw new InvalidOperationException($"{item} has no way back."))])
            : this;

    /// <summary>The value after all transformations.</summary>
    /// <exception cref="TransformationException">One of them cannot change the value.</exception>
    public FieldValue Apply(FieldValue value)
    {
        foreach (var item in items)
        {
            if (!value.IsEmpty || item.TakesBlank)
                value = item.Apply(value);
        }

        return value;
    }

    /// <inheritdoc/>
    public bool Equals(TransformationChain? other) => other is not null && items.SequenceEqual(other.items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TransformationChain);

    /// <inheritdoc/>
    public override int GetHashCode() => items.Aggregate(0, HashCode.Combine);
}
