namespace BcSalesSync.Dataverse.ServiceClient.Organization;

/// <summary>What the version of a row means to a write; the members are called as in the SDK.</summary>
internal enum OrgVersionCheck
{
    /// <summary>Nothing.</summary>
    AlwaysOverwrite,

    /// <summary>The write is refused when the row has another one.</summary>
    IfRowVersionMatches,
}
