using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Mappings.Transformations;

/// <summary>Puts a text before or after the value, or takes it away where it stands there.</summary>
internal sealed class Affix(string text, bool before, bool adds) : Transformation
{
    /// <inheritdoc/>
    public override string Name => (adds ? string.Empty : "Remove") + (before ? "Prefix" : "Suffix");

    /// <inheritdoc/>
    public override Transformation Reverse => new Affix(text, before, !adds);

    /// <inheritdoc/>
    protected override string Arguments => ArgumentReader.Write(text);

    /// <inheritdoc/>
    public override FieldValue Apply(FieldValue value)
    {
        var plain = value.ToString();
        if (adds)
            return FieldValue.Text(before ? text + plain : plain + text);
        if (before)
            return FieldValue.Text(plain.StartsWith(text, StringComparison.OrdinalIgnoreCase) ? plain[text.Length..] : plain);
        return FieldValue.Text(plain.EndsWith(text, StringComparison.OrdinalIgnoreCase) ? plain[..^text.Length] : plain);
    }
}
