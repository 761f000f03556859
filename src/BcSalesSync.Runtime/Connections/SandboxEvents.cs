using System.Net.Http.Json;

namespace BcSalesSync.Runtime.Connections;

/// <summary>Makes things happen in a sandbox through its control API (design, section 5).</summary>
internal sealed class SandboxEvents(HttpClient control)
{
    /// <summary>Raises an event; rows, clock and faults of the control API are reached by the same way under their own names.</summary>
    public async Task<string> RaiseAsync(string type, IReadOnlyDictionary<string, object?> arguments, CancellationToken cancellationToken)
    {
        var resource = type.ToLowerInvariant() is "rows" or "clock" or "faults" or "reset" ? type.ToLowerInvariant() : "events";
        var body = new Dictionary<string, object?>(arguments);
        if (resource == "events")
            body["type"] = char.ToLowerInvariant(type[0]) + type[1..];
        using var response = await control.PostAsJsonAsync(resource, body, cancellationToken).ConfigureAwait(false);
        var answer = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        return response.IsSuccessStatusCode ? answer : throw ConnectionErrors.EventRefused(type, answer);
    }
}
