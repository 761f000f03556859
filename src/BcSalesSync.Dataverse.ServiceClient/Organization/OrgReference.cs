namespace BcSalesSync.Dataverse.ServiceClient.Organization;

/// <summary>Refers to a row.</summary>
/// <param name="Table">Logical name of its table.</param>
/// <param name="Id">Its id.</param>
/// <param name="RowVersion">Its version where that must still be the one; null otherwise.</param>
internal sealed record OrgReference(string Table, Guid Id, string? RowVersion = null);
