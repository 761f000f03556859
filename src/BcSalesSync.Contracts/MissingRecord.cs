namespace BcSalesSync.Contracts;

/// <summary>Where a coupled record does not exist any more.</summary>
public enum MissingRecord
{
    /// <summary>Nowhere, as far as was looked.</summary>
    None,

    /// <summary>In Business Central.</summary>
    BusinessCentral,

    /// <summary>In Sales.</summary>
    Sales,

    /// <summary>On both sides.</summary>
    Both,
}
