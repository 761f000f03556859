using BcSalesSync.Dataverse.ServiceClient.Organization;
using BcSalesSync.Endpoints.Dataverse.Metadata;
using BcSalesSync.Endpoints.Dataverse.Writing.Units;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;

namespace BcSalesSync.Dataverse.ServiceClient.Writing;

/// <summary>Writes units, each by one ExecuteTransaction, several at a time.</summary>
internal sealed class Transactions(IOrganization organization, MetadataCache metadata, int concurrency)
{
    private readonly UnitPlanner planner = new(metadata);

    /// <summary>Writes units; outcomes come in their order.</summary>
    internal async Task<IReadOnlyList<UnitOutcome>> WriteAsync(IReadOnlyList<WriteUnit> units, CancellationToken cancellationToken)
    {
        if (units.Count == 0)
            return [];
        var tables = await planner.ReadTablesAsync(units, cancellationToken);
        var run = new UnitRun(units.Count);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = concurrency };
        foreach (var wave in UnitLanes.Waves(UnitPlanner.Accept(run, units, tables)))
        {
            await Parallel.ForEachAsync(wave, parallel, async (unit, _) =>
            {
                if (!cancellationToken.IsCancellationRequested)
                    run.Settle(unit.Position, await SendAsync(unit, cancellationToken));
            });
        }

        return run.Finish();
    }

    private async Task<UnitOutcome> SendAsync(PlannedUnit unit, CancellationToken cancellationToken)
    {
        var request = new OrgRequest("ExecuteTransaction", new Dictionary<string, object?>
        {
            ["Requests"] = new OrgRequests([.. unit.Steps.Select(EntityRequests.Of)]), ["ReturnResponses"] = false,
        });
        try
        {
            await organization.ExecuteAsync(request, cancellationToken);
            return new UnitOutcome(WriteStatus.Done, new Engine.Records.Record?[unit.Steps.Count]);
        }
        catch (OrganizationFaultException refused)
        {
            return OfFault(unit.Steps, refused.Fault);
        }
        catch (OrganizationLostException lost)
        {
            return new UnitOutcome(WriteStatus.Unknown, [], null, Faults.ToFailure(lost));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new UnitOutcome(WriteStatus.NotSent, []);
        }
    }

    private static UnitOutcome OfFault(IReadOnlyList<PlannedStep> steps, OrgFault fault)
    {
        int? failed = steps.Count == 1 ? 0 : fault.FailedIndex;
        if (failed is not { } step || step < 0 || step >= steps.Count)
            return new UnitOutcome(Faults.IsThrottling(fault) ? WriteStatus.NotSent : WriteStatus.Refused, [], null, Faults.ToFailure(fault));
        var outcome = EntityOutcomes.OfFault(steps[step].Write, fault);
        return new UnitOutcome(outcome.Status, [], step, outcome.Failure);
    }
}
