using BcSalesSync.Endpoints.Dataverse;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Endpoints.Tests.Dataverse.Service;
using BcSalesSync.Endpoints.Tests.Http;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Tests.Dataverse;

/// <summary>An endpoint over a scripted service.</summary>
public abstract class DataverseTest : IDisposable
{
    protected static readonly Guid First = new("5a0e8f3c-1b2d-5c4e-8f60-7a9b8c7d6e01");
    protected static readonly Guid Second = new("6b1f9a4d-2c3e-4d5f-9a71-8bac9d8e7f02");
    private DataverseEndpoint? endpoint;

    internal ScriptedService Service { get; } = new();

    internal JumpingTime Time { get; } = new(TimeSpan.FromMinutes(2));

    private protected DataverseEndpoint Endpoint => endpoint ??= Connect(Service);

    private protected DataverseEndpoint Connect(
        HttpMessageHandler handler, int pageSize = 5000, Guid? company = null) => DataverseEndpoint.Create(
        new DataverseOptions
        {
            BaseAddress = new Uri(ScriptedService.Base),
            PageSize = pageSize,
            FindCompany = _ => Task.FromResult(company),
        },
        new HttpSettings { Time = Time, Jitter = new Random(7), MaxAttempts = 3 },
        handler,
        new TestTokens(),
        new NumberedIds());

    protected static RecordWrite Create(Guid? id, params (string Column, FieldValue Value)[] values) =>
        Write(WriteKind.Create, id, null, values);

    protected static RecordWrite Update(Guid id, string? ifMatch, params (string Column, FieldValue Value)[] values) =>
        Write(WriteKind.Update, id, ifMatch, values);

    protected static async Task<List<T>> Collect<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
            list.Add(item);
        return list;
    }

    public void Dispose()
    {
        endpoint?.Dispose();
        Service.Dispose();
        GC.SuppressFinalize(this);
    }

    private static RecordWrite Write(WriteKind kind, Guid? id, string? ifMatch, (string Column, FieldValue Value)[] values) => new()
    {
        Kind = kind,
        Id = id,
        IfMatch = ifMatch,
        Values = [.. values.Select(pair => KeyValuePair.Create(pair.Column, pair.Value))],
    };
}
