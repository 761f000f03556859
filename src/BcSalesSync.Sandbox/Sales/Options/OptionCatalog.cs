using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Options;

// The options of a choice column as the organisation has them now; states and their reasons are fixed.
internal sealed class OptionCatalog(DataStore store)
{
    // Empty accepts every number.
    public IReadOnlyList<Choice> Of(SalesTable table, Field field) =>
        field is { Kind: FieldKind.Choice, Choices.Count: > 0 } ? [.. RowsInOrder(OptionColumns.InForce, table, field).Select(ChoiceOf)]
            : field.Choices;

    public bool Has(SalesTable table, Field field, int value) =>
        field is { Kind: FieldKind.Choice, Choices.Count: > 0 }
            ? RowsOf(OptionColumns.InForce, table, field).Any(row => ChoiceOf(row).Value == value)
            : field.Choices.Any(choice => choice.Value == value);

    // In the order the organisation shows them.
    public IEnumerable<Row> RowsInOrder(OptionColumns columns, SalesTable table, Field field) =>
        RowsOf(columns, table, field)
            .OrderBy(row => row[columns.Order] as int? ?? int.MaxValue).ThenBy(row => row[columns.Value] as int?);

    private IEnumerable<Row> RowsOf(OptionColumns columns, SalesTable table, Field field) =>
        store[columns.Table].Index(columns.Attribute).Equal(field.Name).Where(row => row.Text(columns.Owner) == table.Name);

    private static Choice ChoiceOf(Row row) =>
        new(row[OptionColumns.InForce.Value] as int? ?? 0, row.Text(OptionColumns.InForce.Label));
}
