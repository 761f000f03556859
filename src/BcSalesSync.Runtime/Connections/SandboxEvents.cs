using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace BcSalesSync.Runtime.Connections;

/// <summary>Makes things happen in a sandbox through its control API (design, section 5).</summary>
internal sealed class SandboxEvents(HttpClient control)
{
    /// <summary>Raises an event; rows, clock and faults of the control API are reached by the same way under their own names; DeleteRow
    /// takes one row away, as a user does.</summary>
    public async Task<string> RaiseAsync(string type, IReadOnlyDictionary<string, object?> arguments, CancellationToken cancellationToken)
    {
        var resource = type.ToLowerInvariant() is "rows" or "clock" or "faults" or "reset" ? type.ToLowerInvariant() : "events";
        var body = new Dictionary<string, object?>(arguments);
        if (resource == "events")
            body["type"] = char.ToLowerInvariant(type[0]) + type[1..];
        if (!IsDeletion(type))
            Check(type, arguments);
        using var response = IsDeletion(type)
            ? await control.DeleteAsync(new Uri("rows?" + Query(arguments), UriKind.Relative), cancellationToken).ConfigureAwait(false)
            : await control.PostAsJsonAsync(resource, body, cancellationToken).ConfigureAwait(false);
        var answer = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        return response.IsSuccessStatusCode ? answer : throw ConnectionErrors.EventRefused(type, answer);
    }

    private static void Check(string type, IReadOnlyDictionary<string, object?> arguments)
    {
        foreach (var (name, value) in arguments)
        {
            try
            {
                JsonSerializer.SerializeToUtf8Bytes(value);
            }
            catch (Exception problem) when (problem is ArgumentException or NotSupportedException or JsonException or InvalidOperationException)
            {
                throw ConnectionErrors.EventArgumentUnusable(type, name, problem);
            }
        }
    }

    private static bool IsDeletion(string type) => type.Equals("DeleteRow", StringComparison.OrdinalIgnoreCase);

    private static string Query(IReadOnlyDictionary<string, object?> arguments) => string.Join('&', arguments.Select(argument =>
        $"{Uri.EscapeDataString(argument.Key)}={Uri.EscapeDataString(Convert.ToString(argument.Value, CultureInfo.InvariantCulture) ?? string.Empty)}"));
}
