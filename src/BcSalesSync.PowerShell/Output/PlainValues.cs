using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace BcSalesSync.PowerShell.Output;

/// <summary>Takes PowerShell's wrapping off values, so that what is left can be written as JSON.</summary>
internal static class PlainValues
{
    internal static IReadOnlyDictionary<string, object?> Of(IDictionary values)
    {
        var plain = new Dictionary<string, object?>(values.Count, StringComparer.Ordinal);
        foreach (DictionaryEntry entry in values)
            plain[Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!] = Plain(entry.Value);
        return plain;
    }

    private static object? Plain(object? value) => value switch
    {
        PSObject { BaseObject: PSCustomObject } custom => custom.Properties.ToDictionary(p => p.Name, p => Plain(p.Value)),
        PSObject wrapped => Plain(wrapped.BaseObject),
        string text => text,
        IDictionary values => Of(values),
        IEnumerable items => items.Cast<object?>().Select(Plain).ToList(),
        _ => value,
    };
}
