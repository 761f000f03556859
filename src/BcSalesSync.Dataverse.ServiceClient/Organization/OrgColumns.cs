namespace BcSalesSync.Dataverse.ServiceClient.Organization;

/// <summary>Columns that are asked for.</summary>
/// <param name="Names">Logical names.</param>
internal sealed record OrgColumns(IReadOnlyList<string> Names);
