using BcSalesSync.Contracts;
using BcSalesSync.Engine.Applying;
using BcSalesSync.Engine.Couplings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Runs.Passes;

/// <summary>
/// What comes with uncoupling a record whose counterpart was deleted: couplings that hang on it go along, and a surviving row of Sales no
/// longer names the company. One that refuses keeps its coupling and fails (spec/engine.md 1.5, 3.6).
/// </summary>
internal sealed class SurvivorRelease(RunContext run, PassDefinition pass)
{
    /// <summary>The actions, those that could not be released as failures.</summary>
    public async Task<IReadOnlyList<AppliedAction>> ApplyAsync(IReadOnlyList<AppliedAction> applied)
    {
        var removals = applied.Where(
            action => action is { PlanAgain: false, Failure: null, Plan: { Failure: null, Action: SyncAction.Deleted } }).ToArray();
        if (removals.Length == 0)
            return applied;
        var failures = await ReleaseAsync([.. removals.Select(action => action.Plan.Candidate.Coupling!)]).ConfigureAwait(false);
        var byAction = removals.Zip(failures).ToDictionary(pair => pair.First, pair => pair.Second);
        return [.. applied.Select(action => byAction.GetValueOrDefault(action) is { } failure ? action with { Failure = failure } : action)];
    }

    private async Task<IReadOnlyList<PlanFailure?>> ReleaseAsync(CouplingState[] couplings)
    {
        try
        {
            await new CouplingRemoval(run.Parts, run.Mappings).RemoveDependantsAsync(pass.Mapping, couplings, CancellationToken.None)
                .ConfigureAwait(false);
            if (pass.Source is not SystemSide.Sales)
                return new PlanFailure?[couplings.Length];
            var failures = await new Uncoupler(run.Endpoints, run.State, run.Parts.Clock)
                .ReleaseAsync(pass.Mapping, couplings, CancellationToken.None).ConfigureAwait(false);
            return [.. failures.Select(failure => failure is null ? null : WriteFailures.Refused(SystemSide.Sales, failure))];
        }
        catch (EndpointException problem)
        {
            return [.. couplings.Select(_ => WriteFailures.Refused(problem.Side, problem.Failure))];
        }
    }
}
