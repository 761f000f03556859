namespace BcSalesSync.Engine.Couplings;

/// <summary>Names under which orders are remembered that left Business Central and are still to be ended in Sales.</summary>
internal static class OrderEndingNames
{
    /// <summary>Coupled orders that could not be ended, where orders travel one way.</summary>
    public const string Closing = "ORDER-CLOSING";

    /// <summary>Marks of archived orders, and those that could not be ended, where orders travel both ways.</summary>
    public const string Archived = "SALESORDER-ARCHIVED";

    /// <summary>Family within which the ids of such marks are unique.</summary>
    public const string ArchivedFamily = "salesHeaders|salesorder|archived";
}
