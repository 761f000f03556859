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
