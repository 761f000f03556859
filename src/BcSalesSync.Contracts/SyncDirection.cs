namespace BcSalesSync.Contracts;

/// <summary>The direction in which values travel, seen from Business Central (spec/engine.md, vocabulary).</summary>
public enum SyncDirection
{
    /// <summary>Both directions, to Sales first.</summary>
    Both,

    /// <summary>From Business Central to Sales.</summary>
    ToSales,

    /// <summary>From Sales to Business Central.</summary>
    ToBusinessCentral,
}
