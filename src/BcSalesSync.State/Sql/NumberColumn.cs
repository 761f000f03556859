namespace BcSalesSync.State.Sql;

/// <summary>A column of whole numbers.</summary>
/// <typeparam name="T">What a row is made from.</typeparam>
/// <param name="name">Name of the column.</param>
/// <param name="value">The number of a row.</param>
internal sealed class NumberColumn<T>(string name, Func<T, long?> value) : RowColumn<T>(name)
{
    /// <inheritdoc/>
    public override object? Of(T row) => value(row);

    /// <inheritdoc/>
    public override Array Of(IReadOnlyList<T> rows) => rows.Select(value).ToArray();
}
