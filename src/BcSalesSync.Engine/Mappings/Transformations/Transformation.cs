using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Mappings.Transformations;

/// <summary>
/// Changes a value on its way to the other side. Pure; equal when written alike. What it is called with is read and written by
/// <see cref="TransformationSyntax"/>.
/// </summary>
public abstract class Transformation : IEquatable<Transformation>
{
    /// <summary>Name by which mappings call it.</summary>
    public abstract string Name { get; }

    /// <summary>The transformation of the other direction; null when there is no way back.</summary>
    public virtual Transformation? Reverse => null;

    /// <summary>True when it has an answer for blank values too; others leave them blank.</summary>
    public virtual bool TakesBlank => false;

    /// <summary>What stands between the parentheses; empty when there are none.</summary>
    protected abstract string Arguments { get; }

    /// <summary>The changed value.</summary>
    /// <exception cref="TransformationException">The value is none this transformation can change.</exception>
    public abstract FieldValue Apply(FieldValue value);

    /// <summary>The text that <see cref="TransformationSyntax.Parse"/> reads back.</summary>
    public sealed override string ToString() => Arguments.Length == 0 ? Name : $"{Name}({Arguments})";

    /// <inheritdoc/>
    public bool Equals(Transformation? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => obj is Transformation other && Equals(other);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}
