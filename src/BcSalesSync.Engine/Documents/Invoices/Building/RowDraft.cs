using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Invoices.Building;

/// <summary>Collects the columns of a row of Sales, each as its column keeps it; columns that Sales does not have, and blanks, are left out.</summary>
internal sealed class RowDraft(TableSchema table)
{
    private readonly List<KeyValuePair<string, FieldValue>> values = [];

    /// <summary>The columns so far.</summary>
    public IReadOnlyList<KeyValuePair<string, FieldValue>> Values => values;

    /// <summary>Sets a column.</summary>
    public RowDraft Set(string column, FieldValue value)
    {
        if (table.Columns.TryGetValue(column, out var schema) && ValueFitting.Fit(value, schema) is { IsEmpty: false } fitted)
            values.Add(new(column, fitted));
        return this;
    }

    /// <summary>Sets a number.</summary>
    public RowDraft Set(string column, decimal value) => Set(column, FieldValue.Number(value));

    /// <summary>Sets a lookup unless there is nothing to point at.</summary>
    public RowDraft Refer(string column, string target, Guid? id)
    {
        if (id is { } row && row != Guid.Empty && table.Columns.ContainsKey(column))
            values.Add(new(column, FieldValue.Reference(target, row)));
        return this;
    }
}
