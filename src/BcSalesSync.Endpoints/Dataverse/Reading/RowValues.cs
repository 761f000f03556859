using System.Collections;
using System.Diagnostics.CodeAnalysis;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Dataverse.Reading;

/// <summary>Values of a row by column name; all rows of a read share the names, so that a row costs one array.</summary>
internal sealed class RowValues(IReadOnlyDictionary<string, int> ordinals, FieldValue[] values) : IReadOnlyDictionary<string, FieldValue>
{
    /// <inheritdoc/>
    public IEnumerable<string> Keys => ordinals.Keys;

    /// <inheritdoc/>
    public IEnumerable<FieldValue> Values => ordinals.Values.Select(position => values[position]);

    /// <inheritdoc/>
    public int Count => ordinals.Count;

    /// <inheritdoc/>
    public FieldValue this[string key] => values[ordinals[key]];

    /// <inheritdoc/>
    public bool ContainsKey(string key) => ordinals.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out FieldValue value)
    {
        var found = ordinals.TryGetValue(key, out var position);
        value = found ? values[position] : FieldValue.Empty;
        return found;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, FieldValue>> GetEnumerator() =>
        ordinals.Select(pair => KeyValuePair.Create(pair.Key, values[pair.Value])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
