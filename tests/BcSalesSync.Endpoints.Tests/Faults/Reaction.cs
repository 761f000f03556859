namespace BcSalesSync.Endpoints.Tests.Faults;

/// <summary>What becomes of a request that met a fault.</summary>
public enum Reaction
{
    /// <summary>It is sent again, by itself, and then done.</summary>
    Repeated,

    /// <summary>The record changed meanwhile: it is read again and the change decided anew.</summary>
    ReadAnew,

    /// <summary>The record exists already: it is looked up and taken over.</summary>
    Adopted,

    /// <summary>The record is gone.</summary>
    Gone,

    /// <summary>It may have been done: that is looked up before anything is repeated.</summary>
    Verified,

    /// <summary>The record fails and comes again later, with growing pauses, and is never parked.</summary>
    Later,

    /// <summary>The record fails, comes again with the next run, and is parked when it fails the same way.</summary>
    Parked,

    /// <summary>The run ends.</summary>
    Stops,
}
