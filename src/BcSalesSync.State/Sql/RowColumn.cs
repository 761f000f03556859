namespace BcSalesSync.State.Sql;

/// <summary>A value of each of many rows that are written together.</summary>
/// <typeparam name="T">What a row is made from.</typeparam>
/// <param name="name">Name of the column.</param>
internal abstract class RowColumn<T>(string name)
{
    /// <summary>Name of the column.</summary>
    public string Name => name;

    /// <summary>The value of a row: text, a number or null.</summary>
    public abstract object? Of(T row);

    /// <summary>The values of rows, in their order, as one array of texts or of numbers that may be null.</summary>
    public abstract Array Of(IReadOnlyList<T> rows);
}
