using System.Text.Json;

namespace BcSalesSync.Sandbox.Limits;

// The limits of both systems towards all identities that came so far.
internal sealed class LimitBook(SandboxWorld world)
{
    private readonly object _gate = new();
    private readonly Dictionary<(string System, string Identity), IIdentityLimits> _identities = [];

    // Begins the stay of a request; null where nothing is limited.
    public async Task<LimitedStay?> EnterAsync(ISimulatedSystem system, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (world.Options.Limits is not { } limits || Find(system, request, limits) is not { } own)
        {
            return null;
        }

        var operations = await CountAsync(request, cancellationToken).ConfigureAwait(false);
        return await LimitedStay.BeginAsync(own, world.Clock, operations, cancellationToken).ConfigureAwait(false);
    }

    public void Clear()
    {
        lock (_gate)
        {
            _identities.Clear();
        }
    }

    private static async Task<int> CountAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is not { } content || content.Headers.ContentType?.MediaType != "application/json"
            || !request.RequestUri!.AbsolutePath.EndsWith("/$batch", StringComparison.Ordinal))
        {
            return 1;
        }

        try
        {
            using var body = JsonDocument.Parse(await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
            return body.RootElement.TryGetProperty("requests", out var members) && members.ValueKind == JsonValueKind.Array
                ? Math.Max(1, members.GetArrayLength())
                : 1;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return 1;
        }
    }

    private IIdentityLimits? Find(ISimulatedSystem system, HttpRequestMessage request, SandboxLimits limits)
    {
        var token = request.Headers.Authorization?.Parameter ?? string.Empty;
        var key = (system.Name, world.Tokens.OwnerOf(token) ?? token);
        lock (_gate)
        {
            if (!_identities.TryGetValue(key, out var known) && system.LimitsOf(limits) is { } own)
            {
                _identities[key] = known = own;
            }

            return known;
        }
    }
}
