using System.Net;
using System.Security;
using BcSalesSync.Endpoints.BusinessCentral;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Engine.Ports;
using BcSalesSync.Engine.Records;
using BcSalesSync.Sandbox;

namespace BcSalesSync.Companion.Tests.Tiers;

// Tables as an endpoint finds them in a simulated Business Central, with or without the app.
internal sealed class SandboxSchemas : IDisposable, ITokenSource, IIdSource
{
    private readonly SandboxHandler sandbox;
    private readonly BusinessCentralEndpoint endpoint;
    private int lastId;

    public SandboxSchemas(int tier)
    {
        sandbox = new SandboxHandler(new SandboxOptions { Tier = tier });
        var options = new BusinessCentralOptions
        {
            Address = SandboxOptions.BusinessCentralAddress,
            Http = new HttpSettings { Jitter = new Random(1), BaseDelay = TimeSpan.Zero },
        };
        endpoint = BusinessCentralEndpoint.Create(options, sandbox, this, this);
    }

    // Null when the connection does not offer the table.
    public Task<TableSchema?> FindAsync(string table) => endpoint.GetSchemaAsync(table, CancellationToken.None);

    public Task<SecureString> GetTokenAsync(TokenRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new NetworkCredential(string.Empty, "any").SecurePassword);

    public Guid NewId() => new(++lastId, 0, 0, new byte[8]);

    public void Dispose()
    {
        endpoint.Dispose();
        sandbox.Dispose();
    }
}
