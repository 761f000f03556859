namespace BcSalesSync.State.Sql;

/// <summary>A column of texts.</summary>
/// <typeparam name="T">What a row is made from.</typeparam>
/// <param name="name">Name of the column.</param>
/// <param name="value">The text of a row.</param>
internal sealed class TextColumn<T>(string name, Func<T, string?> value) : RowColumn<T>(name)
{
    /// <inheritdoc/>
    public override object? Of(T row) => value(row);

    /// <inheritdoc/>
    public override Array Of(IReadOnlyList<T> rows) => rows.Select(value).ToArray();
}
