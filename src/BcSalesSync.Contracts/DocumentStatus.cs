namespace BcSalesSync.Contracts;

/// <summary>How far a document of Sales has come on its way to Business Central.</summary>
public enum DocumentStatus
{
    /// <summary>It waits to be taken over.</summary>
    Pending,

    /// <summary>It is coupled to a document in Business Central.</summary>
    Transferred,

    /// <summary>The last attempt failed; the message says why.</summary>
    Failed,

    /// <summary>Its state does not let it be taken over, such as an order that is not submitted.</summary>
    NotEligible,
}
