using System.Globalization;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Mappings.Transformations;

/// <summary>Brings text into one spelling. It does the same on the way back, so that both sides hold that spelling.</summary>
internal sealed class TextNormalization : Transformation
{
    private readonly Func<string, string> change;

    private TextNormalization(string name, Func<string, string> change)
    {
        Name = name;
        this.change = change;
    }

    /// <summary>Every normalization.</summary>
    public static IReadOnlyList<TextNormalization> All { get; } =
    [
        new("Trim", text => text.Trim()),
        new("UpperCase", text => text.ToUpperInvariant()),
        new("LowerCase", text => text.ToLowerInvariant()),
        new("PlainText", PlainText.Of),
        new("TitleCase", text => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(text.ToLowerInvariant())),
    ];

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override Transformation Reverse => this;

    /// <inheritdoc/>
    protected override string Arguments => string.Empty;

    /// <inheritdoc/>
    public override FieldValue Apply(FieldValue value) => FieldValue.Text(change(value.ToString()));
}
