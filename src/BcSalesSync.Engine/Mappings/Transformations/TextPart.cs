using System.Globalization;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Mappings.Transformations;

/// <summary>Takes a part of the text: from a place, counted from 0, and as long as asked for or to the end.</summary>
internal sealed class TextPart(int start, int? length) : Transformation
{
    /// <inheritdoc/>
    public override string Name => "Substring";

    /// <inheritdoc/>
    protected override string Arguments => length is { } count
        ? string.Create(CultureInfo.InvariantCulture, $"{start},{count}")
        : start.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override FieldValue Apply(FieldValue value)
    {
        var text = value.ToString();
        var from = Math.Min(start, text.Length);
        return FieldValue.Text(text.Substring(from, Math.Min(length ?? int.MaxValue, text.Length - from)));
    }
}
