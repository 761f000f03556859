namespace BcSalesSync.Contracts;

/// <summary>How sales orders travel (spec/mappings.md 5.1).</summary>
public enum SalesOrderIntegration
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Submitted orders are created in Business Central; their state comes back.</summary>
    OneWay,

    /// <summary>Orders and their lines are kept in step both ways.</summary>
    TwoWay,
}
