namespace BcSalesSync.Dataverse.ServiceClient.Organization;

/// <summary>A query.</summary>
/// <param name="Table">Logical name of the table.</param>
/// <param name="Columns">Columns that are asked for.</param>
/// <param name="Filter">Condition; null for every row.</param>
/// <param name="Page">Which page.</param>
internal sealed record OrgQuery(string Table, OrgColumns Columns, OrgFilter? Filter, OrgPaging Page);
