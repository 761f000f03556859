namespace BcSalesSync.Engine.Couplings.Csv;

/// <summary>What a column of a coupling file can hold.</summary>
internal enum CouplingColumn
{
    /// <summary>Name of the mapping.</summary>
    Mapping,

    /// <summary>SystemId in Business Central.</summary>
    BcId,

    /// <summary>Number or code in Business Central.</summary>
    BcNo,

    /// <summary>Row id in Sales.</summary>
    SalesId,

    /// <summary>Primary name in Sales.</summary>
    SalesName,

    /// <summary>Side on which the counterpart is created.</summary>
    CreateIn,

    /// <summary>Direction in which the pair is synchronised afterwards.</summary>
    Sync,
}
