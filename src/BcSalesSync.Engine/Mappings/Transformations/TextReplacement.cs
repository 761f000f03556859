using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Mappings.Transformations;

/// <summary>Replaces a text wherever it occurs, upper and lower case told apart.</summary>
internal sealed class TextReplacement(string find, string replacement) : Transformation
{
    /// <inheritdoc/>
    public override string Name => "Replace";

    /// <inheritdoc/>
    protected override string Arguments => $"{ArgumentReader.Write(find)},{ArgumentReader.Write(replacement)}";

    /// <inheritdoc/>
    public override FieldValue Apply(FieldValue value) =>
        FieldValue.Text(value.ToString().Replace(find, replacement, StringComparison.Ordinal));
}
