namespace BcSalesSync.Contracts;

/// <summary>One of the two systems.</summary>
public enum SystemSide
{
    /// <summary>Dynamics 365 Business Central.</summary>
    BusinessCentral,

    /// <summary>Dynamics 365 Sales on Dataverse.</summary>
    Sales,
}
