using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

// One address of a document: sell-to, bill-to or ship-to.
internal sealed class AddressColumns(string prefix, string caption)
{
    public Column Line1 { get; } = new(prefix + "AddressLine1", ColumnType.Text, 100) { Caption = caption + " Address" };

    public Column Line2 { get; } = new(prefix + "AddressLine2", ColumnType.Text, 50) { Caption = caption + " Address 2" };

    public Column City { get; } = new(prefix + "City", ColumnType.Text, 30) { Caption = caption + " City" };

    public Column State { get; } = new(prefix + "State", ColumnType.Text, 30) { Caption = caption + " County" };

    public Column PostCode { get; } = new(prefix + "PostCode", ColumnType.Code, 20) { Caption = caption + " Post Code" };

    public Column Country { get; } = new(prefix + "Country", ColumnType.Code, 10) { Caption = caption + " Country/Region Code" };

    public Column[] All => [Line1, Line2, City, State, PostCode, Country];
}
