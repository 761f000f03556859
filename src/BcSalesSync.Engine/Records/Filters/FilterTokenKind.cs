namespace BcSalesSync.Engine.Records.Filters;

internal enum FilterTokenKind
{
    /// <summary>A column, an operator, a keyword or a literal without quotes.</summary>
    Word,

    /// <summary>A text literal, unquoted.</summary>
    Text,

    /// <summary>A placeholder, without its braces.</summary>
    Placeholder,

    /// <summary>An opening parenthesis.</summary>
    Open,

    /// <summary>A closing parenthesis.</summary>
    Close,

    /// <summary>The end of the filter.</summary>
    End,
}
