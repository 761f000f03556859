namespace BcSalesSync.Endpoints.Dataverse.Reading;

/// <summary>What a property of an answer gives to a record.</summary>
internal enum PropertyRole
{
    /// <summary>Values of columns, and perhaps a stamp.</summary>
    Value,

    /// <summary>The concurrency token.</summary>
    ETag,

    /// <summary>The table a lookup leads to.</summary>
    LookupTable,

    /// <summary>The id in the mark of a deleted row.</summary>
    DeletedId,

    /// <summary>The reason in the mark of a deleted row.</summary>
    DeletedReason,
}
