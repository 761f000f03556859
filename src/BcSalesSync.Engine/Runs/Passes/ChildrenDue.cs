using BcSalesSync.Contracts;
using BcSalesSync.Engine.Applying;
using BcSalesSync.Engine.Changes;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Runs.Passes;

/// <summary>
/// Children whose values follow from their parents', such as the prices of an item's units: they are due once a parent was changed, though
/// they did not change themselves.
/// </summary>
internal sealed class ChildrenDue(RunContext run, PassDefinition pass)
{
    /// <summary>What to remember of the children of the parents that were changed.</summary>
    public async Task<IReadOnlyList<PendingRecord>> FindAsync(IReadOnlyList<AppliedAction> applied)
    {
        if (pass.Direction is not SyncDirection.ToSales)
            return [];
        var changed = applied.Where(HasChanged).Select(action => action.Plan.Candidate.Source.Id).ToArray();
        var due = new List<PendingRecord>();
        foreach (var child in changed.Length == 0 ? [] : run.Mappings.ChildrenOf(pass.Mapping).Where(child => child.Parent!.FollowsChanges))
        {
            if (await run.Endpoints.BusinessCentral.GetSchemaAsync(child.BcTable, CancellationToken.None).ConfigureAwait(false) is null)
                continue;
            var children = await run.PassAsync(child, SyncDirection.ToSales, CancellationToken.None).ConfigureAwait(false);
            await foreach (var page in new ChildStream(run.Endpoints).ReadAsync(children, changed, CancellationToken.None).ConfigureAwait(false))
                due.AddRange(page.Select(record => Due(child.Name, record.Id)));
        }

        return due;
    }

    // A page that is repeated after an interruption finds the values written; what tells is that the coupling did not know them yet.
    private static bool HasChanged(AppliedAction action) => action is
    {
        PlanAgain: false,
        Failure: null,
        Plan: { Action: SyncAction.Updated or SyncAction.Unchanged, Candidate: { IsEcho: false, Coupling: not null } },
    };

    private PendingRecord Due(string mapping, Guid id) => new()
    {
        Mapping = mapping,
        Direction = SyncDirection.ToSales,
        SourceId = id,
        NextTry = run.Parts.Clock.GetUtcNow(),
    };
}
