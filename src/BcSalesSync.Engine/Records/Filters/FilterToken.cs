namespace BcSalesSync.Engine.Records.Filters;

/// <summary>One piece of a filter text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">Its content, without quotes or braces.</param>
/// <param name="Position">Where it starts, from 1.</param>
internal readonly record struct FilterToken(FilterTokenKind Kind, string Value, int Position)
{
    public bool IsWord(string word) => Kind is FilterTokenKind.Word && Value.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The error that something else should stand here.</summary>
    public FilterSyntaxException Expected(string what) => new(Position, what, Kind switch
    {
        FilterTokenKind.End => "the end of the filter",
        FilterTokenKind.Text => $"the text '{Value}'",
        FilterTokenKind.Placeholder => $"the placeholder {{{Value}}}",
        _ => $"'{Value}'",
    });
}
