namespace BcSalesSync.Contracts;

/// <summary>Kind of a document in Sales.</summary>
public enum DocumentKind
{
    /// <summary>A sales order.</summary>
    Order,

    /// <summary>A quote.</summary>
    Quote,

    /// <summary>An invoice.</summary>
    Invoice,
}
