namespace BcSalesSync.Contracts;

/// <summary>What a job in the log did.</summary>
public enum SyncJobType
{
    /// <summary>Synchronised one direction of one mapping.</summary>
    Synchronization,

    /// <summary>Coupled records.</summary>
    Coupling,

    /// <summary>Removed couplings.</summary>
    Uncoupling,

    /// <summary>One direction of one mapping within a full synchronisation.</summary>
    FullSync,

    /// <summary>Created submitted orders in Business Central.</summary>
    OrderImport,

    /// <summary>Took quotes over to Business Central.</summary>
    QuoteImport,

    /// <summary>Sent posted invoices to Sales.</summary>
    InvoicePublishing,

    /// <summary>Updated account statistics or the payment states of invoices.</summary>
    Statistics,

    /// <summary>Updated the quantities on hand of products.</summary>
    ItemAvailability,

    /// <summary>Posted to timelines.</summary>
    Timeline,

    /// <summary>Copied notes of orders.</summary>
    Notes,
}
