using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

// Columns of an archive with the columns of the document they keep.
internal static class ArchiveColumns
{
    public static (Column Own, Column From) Keep(string name, Column from) =>
        (new Column(name, from.Type, from.MaxLength) { Options = from.Options }, from);

    public static IEnumerable<(Column Own, Column From)> Address(string prefix, AddressColumns from) =>
    [
        Keep(prefix + "Address", from.Line1), Keep(prefix + "Address2", from.Line2), Keep(prefix + "City", from.City),
        Keep(prefix + "County", from.State), Keep(prefix + "PostCode", from.PostCode), Keep(prefix + "CountryRegionCode", from.Country),
    ];
}
