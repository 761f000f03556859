using System.Text.RegularExpressions;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Mappings.Transformations;

/// <summary>Replaces what a regular expression finds; $1 and the like stand for its groups.</summary>
internal sealed class PatternReplacement(string pattern, string replacement) : Transformation
{
    // Patterns come from people: one that never ends on some value must cost that record only.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    /// <inheritdoc/>
    public override string Name => "Regex";

    /// <inheritdoc/>
    protected override string Arguments => $"{ArgumentReader.Write(pattern)},{ArgumentReader.Write(replacement)}";

    /// <inheritdoc/>
    public override FieldValue Apply(FieldValue value)
    {
        try
        {
            return FieldValue.Text(Regex.Replace(value.ToString(), pattern, replacement, RegexOptions.CultureInvariant, Patience));
        }
        catch (RegexMatchTimeoutException)
        {
            throw new TransformationException(this, $"the expression takes too long on '{value}'.");
        }
    }
}
