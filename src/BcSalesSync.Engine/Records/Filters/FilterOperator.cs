namespace BcSalesSync.Engine.Records.Filters;

/// <summary>How a condition compares.</summary>
public enum FilterOperator
{
    /// <summary>Equal; text without regard to case.</summary>
    Equal,

    /// <summary>Not equal.</summary>
    NotEqual,

    /// <summary>Greater.</summary>
    GreaterThan,

    /// <summary>Greater or equal.</summary>
    GreaterOrEqual,

    /// <summary>Less.</summary>
    LessThan,

    /// <summary>Less or equal.</summary>
    LessOrEqual,

    /// <summary>Text begins with the value, without regard to case.</summary>
    StartsWith,

    /// <summary>Text fits a pattern, * for any characters and ? for one, without regard to case.</summary>
    Like,

    /// <summary>Text does not fit a pattern; blank fits only *.</summary>
    NotLike,
}
