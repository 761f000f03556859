namespace BcSalesSync.Dataverse.ServiceClient.Organization;

/// <summary>Which page is asked for.</summary>
/// <param name="Number">Number of the page, from 1.</param>
/// <param name="Size">Rows a page.</param>
/// <param name="Cookie">Cookie of the page before; null for the first.</param>
/// <param name="CountsAll">True to have the rows of all pages counted.</param>
internal sealed record OrgPaging(int Number, int Size, string? Cookie = null, bool CountsAll = false);
