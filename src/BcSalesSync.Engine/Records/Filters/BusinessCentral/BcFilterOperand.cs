namespace BcSalesSync.Engine.Records.Filters.BusinessCentral;

/// <summary>A value as it was written.</summary>
/// <param name="Text">Its text, without quotes.</param>
/// <param name="IsQuoted">True when it stood in quotes, so that nothing in it is special.</param>
/// <param name="Position">Where it starts, from 1.</param>
internal readonly record struct BcFilterOperand(string Text, bool IsQuoted, int Position)
{
    /// <summary>True when nothing stands there at all.</summary>
    public bool IsMissing => Text.Length == 0 && !IsQuoted;

    /// <summary>True when it is a pattern.</summary>
    public bool IsPattern => !IsQuoted && Text.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <summary>The error that something else should stand here.</summary>
    public FilterSyntaxException Expected(string what) =>
        new(Position, what, IsMissing ? "nothing" : $"'{Text}'");
}
