using BcSalesSync.Contracts;
using BcSalesSync.Dataverse.ServiceClient.Organization;
using BcSalesSync.Endpoints.Dataverse.Metadata;
using BcSalesSync.Endpoints.Dataverse.Writing;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Dataverse.ServiceClient.Writing;

/// <summary>
/// Writes rows of a table: sets in bulk messages where the table takes them, the rest by ExecuteMultiple, several messages at a time. A bulk
/// message is all or nothing, so one that fails is taken apart, and a bad row costs only itself (spec/wire-dataverse.md 3.1).
/// </summary>
internal sealed class EntityWriter(IOrganization organization, MetadataCache metadata, int batchSize, int concurrency)
{
    /// <summary>Writes rows; outcomes come in the order of the writes.</summary>
    internal async Task<IReadOnlyList<WriteOutcome>> WriteAsync(
        TableDefinition table, IReadOnlyList<RecordWrite> writes, CancellationToken cancellationToken)
    {
        if (writes.Count == 0)
            return [];
        var support = await metadata.GetBulkSupportAsync(cancellationToken);
        var setNames = await metadata.FindSetNamesAsync(LookupTargets.Of(writes, table), cancellationToken);
        var outcomes = new EntityOutcomes(writes);
        foreach (var lanes in WriteLanes.Waves(AcceptedWrites.Of(writes, new RowWriter(table, setNames), outcomes.Settle), table.Name, support))
            await SendAsync(table, outcomes, lanes, cancellationToken);
        return outcomes.Finish();
    }

    private async Task SendAsync(TableDefinition table, EntityOutcomes outcomes, WriteLanes lanes, CancellationToken cancellationToken)
    {
        // Without a token here: rows of messages that are not sent any more are told apart from those that are under way.
        await Parallel.ForEachAsync(lanes.Messages(batchSize), new ParallelOptions { MaxDegreeOfParallelism = concurrency }, async (message, _) =>
        {
            if (!cancellationToken.IsCancellationRequested)
                await (message.InBulk ? BulkAsync(table, outcomes, message.Rows, cancellationToken) : SinglyAsync(table, outcomes, message.Rows, cancellationToken));
        });
    }

    private async Task BulkAsync(TableDefinition table, EntityOutcomes outcomes, PlannedWrite[] writes, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await organization.ExecuteAsync(EntityRequests.Bulk(table, writes), cancellationToken);
            var ids = answer.Get<IReadOnlyList<Guid>>("Ids") ?? [];
            for (var index = 0; index < writes.Length; index++)
                outcomes.SettleDone(writes[index], index < ids.Count ? ids[index] : null);
        }
        catch (OrganizationFaultException refused)
        {
            if (!TrySettleWhole(outcomes, writes, refused.Fault))
                await SinglyAsync(table, outcomes, writes, cancellationToken);
        }
        catch (Exception problem) when (problem is OrganizationLostException or OperationCanceledException)
        {
            SettleUnanswered(outcomes, writes, problem);
        }
    }

    private async Task SinglyAsync(TableDefinition table, EntityOutcomes outcomes, PlannedWrite[] writes, CancellationToken cancellationToken)
    {
        var request = new OrgRequest("ExecuteMultiple", new Dictionary<string, object?>
        {
            ["Requests"] = new OrgRequests([.. writes.Select(planned => EntityRequests.Of(table, planned.Write))]),
            ["Settings"] = new OrgBatchSettings(ContinueOnError: true, ReturnResponses: true),
        });
        try
        {
            var answer = await organization.ExecuteAsync(request, cancellationToken);
            outcomes.Settle(writes, WriteStatus.Unknown, null);
            foreach (var item in answer.Get<IReadOnlyList<OrgBatchItem>>("Responses") ?? [])
            {
                if (item.Fault is { } fault)
                    outcomes.Settle(writes[item.Index], EntityOutcomes.OfFault(writes[item.Index].Write, fault));
                else
                    outcomes.SettleDone(writes[item.Index], item.Response?.Results.GetValueOrDefault("id") as Guid?);
            }
        }
        catch (OrganizationFaultException refused)
        {
            if (TrySettleWhole(outcomes, writes, refused.Fault))
                return;
            if (writes is [var only])
            {
                outcomes.Settle(only, EntityOutcomes.OfFault(only.Write, refused.Fault));
                return;
            }

            // A message refused as a whole may be too large, or hold one row that cannot be read: smaller ones find out.
            await SinglyAsync(table, outcomes, writes[..(writes.Length / 2)], cancellationToken);
            await SinglyAsync(table, outcomes, writes[(writes.Length / 2)..], cancellationToken);
        }
        catch (Exception problem) when (problem is OrganizationLostException or OperationCanceledException)
        {
            SettleUnanswered(outcomes, writes, problem);
        }
    }

    // Nothing was done, and nothing else that is sent would fare better.
    private static bool TrySettleWhole(EntityOutcomes outcomes, PlannedWrite[] writes, OrgFault fault)
    {
        var failure = Faults.ToFailure(fault);
        if (!Faults.IsThrottling(fault) && failure.Class is not FailureClass.Fatal)
            return false;
        outcomes.Settle(writes, WriteStatus.NotSent, failure);
        return true;
    }

    private static void SettleUnanswered(EntityOutcomes outcomes, PlannedWrite[] writes, Exception problem)
    {
        if (problem is OrganizationLostException lost)
            outcomes.Settle(writes, WriteStatus.Unknown, Faults.ToFailure(lost));
        else
            outcomes.Settle(writes, WriteStatus.NotSent, null);
    }
}
