namespace BcSalesSync.Endpoints.Dataverse.Choices;

/// <summary>A choice column whose options are taken as a table.</summary>
/// <param name="Table">Logical name of the table that has the column.</param>
/// <param name="Column">Logical name of the column.</param>
internal sealed record ChoiceColumn(string Table, string Column)
{
    /// <summary>Reads a name such as account.paymenttermscode; null when it names an ordinary table.</summary>
    internal static ChoiceColumn? TryParse(string table)
    {
        var parts = table.Split('.');
        return parts is [{ Length: > 0 } owner, { Length: > 0 } column] ? new ChoiceColumn(owner, column) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Table}.{Column}";
}
