using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.Sales.Options;

// Where a table of options keeps what: those in force and those that wait are laid out alike.
internal sealed class OptionColumns(Table table)
{
    public static readonly OptionColumns InForce = new(SalesSchema.Option.Table);

    public static readonly OptionColumns Waiting = new(SalesSchema.WaitingOption);

    public Table Table { get; } = table;

    // The logical name of the table that has the column.
    public Column Owner { get; } = table["objecttypecode"];

    public Column Attribute { get; } = table["attributename"];

    public Column Value { get; } = table["attributevalue"];

    public Column Label { get; } = table["value"];

    public Column Order { get; } = table["displayorder"];

    public Column Language { get; } = table["langid"];
}
