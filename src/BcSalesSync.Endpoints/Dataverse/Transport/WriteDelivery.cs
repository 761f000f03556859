namespace BcSalesSync.Endpoints.Dataverse.Transport;

/// <summary>What became of a request that changes something.</summary>
internal enum WriteDelivery
{
    /// <summary>It was answered.</summary>
    Answered,

    /// <summary>It was not carried out: it never left, or the service turned it away untouched.</summary>
    NotDone,

    /// <summary>It left, and no answer came.</summary>
    Lost,
}
