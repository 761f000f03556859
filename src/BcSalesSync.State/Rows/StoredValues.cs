using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.State.Rows;

/// <summary>
/// Values as they are stored, read when somebody looks at them: most couplings are read for one side, and saved with both as they were. Safe to
/// look at from several threads. What cannot be read is refused at the first look (<see cref="RowErrors.Damaged"/>).
/// </summary>
/// <param name="text">The text that <see cref="ValuesText.Write"/> wrote.</param>
/// <param name="mapping">Mapping of the coupling.</param>
/// <param name="bcId">Its id in Business Central.</param>
internal sealed class StoredValues(string text, string mapping, Guid bcId) : IReadOnlyDictionary<string, FieldValue>
{
    private Dictionary<string, FieldValue>? values;

    /// <summary>The text.</summary>
    public string Text => text;

    /// <inheritdoc/>
    public int Count => Values.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => Values.Keys;

    /// <inheritdoc/>
    IEnumerable<FieldValue> IReadOnlyDictionary<string, FieldValue>.Values => Values.Values;

    // Read twice by two threads, it comes out the same.
    private Dictionary<string, FieldValue> Values => values ??= Read();

    /// <inheritdoc/>
    public FieldValue this[string key] => Values[key];

    /// <inheritdoc/>
    public bool ContainsKey(string key) => Values.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out FieldValue value) => Values.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, FieldValue>> GetEnumerator() => Values.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Dictionary<string, FieldValue> Read()
    {
        try
        {
            return ValuesText.Read(text);
        }
        catch (Exception problem) when (problem is JsonException or FormatException or OverflowException or InvalidOperationException)
        {
            throw RowErrors.Damaged(mapping, bcId, problem);
        }
    }
}
