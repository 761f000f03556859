using BcSalesSync.Dataverse.ServiceClient;
using BcSalesSync.Dataverse.ServiceClient.Organization;
using BcSalesSync.Endpoints.Dataverse;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Endpoints.Tests.Dataverse;
using BcSalesSync.Endpoints.Tests.Dataverse.Service;

namespace BcSalesSync.Endpoints.Tests.ServiceClient;

/// <summary>An endpoint over a scripted organization service; definitions come from the scripted Web API.</summary>
public abstract class ServiceClientTest : DataverseTest
{
    internal ScriptedOrganization Organization { get; } = new();

    private protected ServiceClientEndpoint Open(int pageSize = 5000, int batchSize = 100)
    {
        Service.WithMetadata();
        return Over(pageSize, batchSize);
    }

    private protected ServiceClientEndpoint Over(int pageSize = 5000, int batchSize = 100) => new(
        Endpoint,
        new PatientOrganization(Organization, new HttpSettings { Time = Time, Jitter = new Random(7), MaxAttempts = 3 }),
        new DataverseOptions { BaseAddress = new Uri(ScriptedService.Base), PageSize = pageSize, BatchSize = batchSize },
        concurrency: 1);

    private protected static OrgEntity Row(Guid id, params (string Column, object? Value)[] values) => new("account", id)
    {
        RowVersion = "7720388", Values = values.ToDictionary(pair => pair.Column, pair => pair.Value),
    };

    private protected static OrgEntities Rows(params OrgEntity[] rows) => new("account", rows);

    private protected static OrgQuery QueryOf(OrgRequest request) => Assert.IsType<OrgQuery>(request.Parameters["Query"]);
}
