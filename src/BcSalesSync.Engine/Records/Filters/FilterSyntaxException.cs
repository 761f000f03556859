namespace BcSalesSync.Engine.Records.Filters;

/// <summary>A filter text cannot be understood.</summary>
public sealed class FilterSyntaxException : FormatException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="position">Place in the text, from 1.</param>
    /// <param name="expected">What should stand there.</param>
    /// <param name="found">What stands there.</param>
    public FilterSyntaxException(int position, string expected, string found)
        : base($"Position {position}: expected {expected}, found {found}.")
    {
        Position = position;
        Expected = expected;
    }

    /// <summary>Place in the text where reading failed; the first character has position 1.</summary>
    public int Position { get; }

    /// <summary>What should stand there, in words.</summary>
    public string Expected { get; }
}
