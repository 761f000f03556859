namespace BcSalesSync.Sandbox.BusinessCentral.Pages;

// What a client may do with the rows of a page: insert, modify, delete.
internal static class Rights
{
    public const string All = "IMD";
    public const string None = "";
}
