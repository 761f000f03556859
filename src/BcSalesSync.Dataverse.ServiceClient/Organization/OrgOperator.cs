namespace BcSalesSync.Dataverse.ServiceClient.Organization;

/// <summary>How a condition compares; the members are called as in the SDK.</summary>
internal enum OrgOperator
{
    /// <summary>Equal, text without regard to case.</summary>
    Equal,

    /// <summary>Not equal; rows without a value do not pass.</summary>
    NotEqual,

    /// <summary>Greater.</summary>
    GreaterThan,

    /// <summary>Greater or equal.</summary>
    GreaterEqual,

    /// <summary>Less.</summary>
    LessThan,

    /// <summary>Less or equal.</summary>
    LessEqual,

    /// <summary>Fits a pattern of SQL.</summary>
    Like,

    /// <summary>Does not fit a pattern of SQL; rows without a value do not pass.</summary>
    NotLike,

    /// <summary>Equal to one of several values.</summary>
    In,

    /// <summary>Has no value.</summary>
    Null,

    /// <summary>Has a value.</summary>
    NotNull,
}
