namespace BcSalesSync.Contracts;

/// <summary>Result of one item of many: a value, or the error that kept this item, and only this one, from succeeding.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed record Outcome<T>
    where T : class
{
    /// <summary>The value; null when the item failed.</summary>
    public T? Value { get; init; }

    /// <summary>The failure; null when the item succeeded.</summary>
    public BcSyncError? Error { get; init; }

    /// <summary>What the item was made from, for the error's target; null when unknown.</summary>
    public object? Input { get; init; }

    /// <summary>True when the item was as asked for already and nothing was done.</summary>
    public bool Unchanged { get; init; }
}
