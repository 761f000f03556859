using System.Globalization;
using System.Net;
using BcSalesSync.Sandbox.Faults;
using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Seeds;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Batch;

// Runs a $batch: operations one by one, each its own transaction, and change sets as one transaction each (wire-dataverse 3.2).
internal sealed class BatchRunner(SandboxWorld world, OperationRouter router)
{
    private const int OperationLimit = 1000;
    private const int AddressLimit = 64 * 1024;

    private long _batches;

    public async Task<SalesResponse> RunAsync(SalesRequest request, CancellationToken cancellationToken)
    {
        if (request.Method != "POST")
        {
            throw SalesError.NotSupported("A batch must be sent with POST.");
        }

        var parts = MultipartReader.Read(request.Header("Content-Type"), request.Body);
        Check(parts);
        var id = SeedIds.Of("sales/batch/" + (++_batches).ToString(CultureInfo.InvariantCulture));
        var writer = new MultipartWriter($"batchresponse_{id:D}");
        var references = new ContentReferences();
        var status = HttpStatusCode.OK;
        for (var i = 0; i < parts.Count && status == HttpStatusCode.OK; i++)
        {
            var outcome = await RunAsync(parts[i], request, references, cancellationToken).ConfigureAwait(false);
            if (parts[i].IsChangeSet)
            {
                var inner = SeedIds.Of(string.Create(CultureInfo.InvariantCulture, $"sales/batch/{_batches}/{i}"));
                writer.AddChangeSet($"changesetresponse_{inner:D}", outcome);
            }
            else
            {
                writer.Add(outcome[0].Response, outcome[0].ContentId);
            }

            if (outcome[^1].Response is { Failed: true } failed && !request.Preferences.ContinuesOnError)
            {
                status = failed.Status;
            }
        }

        return new SalesResponse(status) { ContentType = writer.ContentType, Body = writer.Close() };
    }

    private static void Check(IReadOnlyList<BatchPart> parts)
    {
        var operations = parts.SelectMany(part => part.Operations).ToList();
        if (operations.Count is 0 or > OperationLimit)
        {
            throw SalesError.OData($"A batch must have between 1 and {OperationLimit} operations.");
        }

        var ids = operations.Select(operation => operation.ContentId).OfType<string>().ToList();
        if (ids.Distinct().Count() < ids.Count)
        {
            throw SalesError.OData("A Content-ID must be unique within the batch.");
        }
    }

    // The outcomes of a part's operations; of a change set that failed only the failure.
    private async Task<List<(SalesResponse Response, string? ContentId)>> RunAsync(
        BatchPart part, SalesRequest batch, ContentReferences references, CancellationToken cancellationToken)
    {
        using var work = world.Store.Begin();
        var outcomes = new List<(SalesResponse Response, string? ContentId)>();
        var drops = false;
        foreach (var operation in part.Operations)
        {
            var (response, dropsAfter) = await RunAsync(operation, batch, references, work, cancellationToken).ConfigureAwait(false);
            drops |= dropsAfter;
            if (response.Failed)
            {
                return [(response, operation.ContentId)];
            }

            outcomes.Add((response, operation.ContentId));
        }

        work.Commit();
        return drops ? throw new SandboxConnectionDroppedException() : outcomes;
    }

    private async Task<(SalesResponse Response, bool DropsAfter)> RunAsync(
        BatchOperation operation, SalesRequest batch, ContentReferences references, UnitOfWork work, CancellationToken cancellationToken)
    {
        SalesRequest request;
        try
        {
            request = RequestOf(operation, batch, references);
        }
        catch (SalesException refusal)
        {
            return (ErrorAnswer.Of(refusal, batch.Preferences), false);
        }

        world.Requests.Operation("sales", operation.Method, request.Path.Count == 0 ? "" : request.Path[0].Name);
        var fault = world.Faults.Take(
            "sales", operation.Method, SalesRequest.Root + request.ResourcePath + request.Query, operation: true);
        switch (fault)
        {
            case { When: FaultMoment.Before, Status: { } refused }:
                var status = (HttpStatusCode)refused;
                var code = fault.Code ?? DefaultRefusal.CodeOf(status);
                return (ErrorAnswer.Of(status, code, fault.Message ?? DefaultRefusal.TextOf(status), detailed: false), false);
            case { When: FaultMoment.Before }:
                throw new SandboxConnectionDroppedException();
            case { When: FaultMoment.Delay }:
                var delay = TimeSpan.FromMilliseconds(fault.Delay);
                await Task.Delay(delay, world.Options.TimeProvider, cancellationToken).ConfigureAwait(false);
                break;
        }

        var response = router.Handle(request, work);
        if (!response.Failed && operation.ContentId is { } contentId && response.RowPath is { } path)
        {
            references.Add(contentId, path);
        }

        return (response, fault is { When: FaultMoment.After });
    }

    private static SalesRequest RequestOf(BatchOperation operation, SalesRequest batch, ContentReferences references)
    {
        var text = references.Resolve(operation.Address);
        if (text.Length > AddressLimit)
        {
            throw SalesError.AddressTooLong();
        }

        var address = !text.StartsWith('/') && Uri.TryCreate(text, UriKind.Absolute, out var absolute)
            ? absolute
            : new Uri(batch.ApiRoot, text);
        if (!SalesRequest.Owns(address))
        {
            throw SalesError.NoSuchResource(text);
        }

        return new SalesRequest(operation.Method, address, operation.Headers, operation.Body, references);
    }
}
