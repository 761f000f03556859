using System.Net.Http.Json;
using System.Text.Json;
using BcSalesSync.Endpoints.BusinessCentral;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Endpoints.Tests.Http;
using BcSalesSync.Sandbox;

namespace BcSalesSync.Endpoints.Tests.BusinessCentral;

/// <summary>An endpoint on a simulated Business Central; requests are counted.</summary>
internal sealed class SandboxCompany : IDisposable
{
    private readonly SandboxHandler sandbox;
    private readonly CountingHandler counter;

    public SandboxCompany(string seed = "cronus", int tier = 2, int pageSize = 2000)
    {
        sandbox = new SandboxHandler(new SandboxOptions { Seed = seed, Tier = tier });
        counter = new CountingHandler(sandbox);
        var options = new BusinessCentralOptions
        {
            Address = SandboxOptions.BusinessCentralAddress,
            PageSize = pageSize,
            Http = new HttpSettings { Jitter = new Random(1), BaseDelay = TimeSpan.Zero },
        };
        Endpoint = BusinessCentralEndpoint.Create(options, counter, new TestTokens(), new NumberedIds());
    }

    public BusinessCentralEndpoint Endpoint { get; }

    public int Requests => counter.Count;

    /// <summary>Lets the system fail by a rule.</summary>
    public async Task FaultAsync(string rule)
    {
        using var control = new HttpClient(sandbox, disposeHandler: false) { BaseAddress = SandboxOptions.ControlAddress };
        var rules = JsonSerializer.Deserialize<JsonElement>($$"""{"rules":[{{rule}}]}""");
        (await control.PostAsJsonAsync("faults", rules)).EnsureSuccessStatusCode();
    }

    public void Dispose()
    {
        Endpoint.Dispose();
        counter.Dispose();
        sandbox.Dispose();
    }

    private sealed class CountingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private int count;

        public int Count => count;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref count);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
