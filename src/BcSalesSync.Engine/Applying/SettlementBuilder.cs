using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Applying;

/// <summary>Collects settled actions into one state change.</summary>
/// <param name="pass">The pass.</param>
/// <param name="job">The job so far.</param>
/// <param name="now">The time (UTC).</param>
/// <param name="overtaken">Couplings that turned out to be somebody else's meanwhile, by the id of their source.</param>
internal sealed class SettlementBuilder(
    PassDefinition pass, BcSyncJob job, DateTimeOffset now, ILookup<Guid, CouplingClash> overtaken)
{
    private readonly CouplingUpdate update = new(pass, job.Id, now);
    private readonly List<CouplingState> couplings = [];
    private readonly List<CouplingState> removed = [];
    private readonly List<CouplingState> newlyCoupled = [];
    private readonly List<PendingRecord> pending = [];
    private readonly List<PendingKey> settled = [];
    private readonly List<PendingKey> settledIntents = [];
    private readonly List<BcSyncError> errors = [];
    private readonly List<BcOverwrittenValue> overwritten = [];
    private readonly List<BcSyncResult> results = [];
    private JobCounts counts = new();

    /// <summary>Adds one settled action.</summary>
    public void Add(AppliedAction applied)
    {
        var plan = applied.Plan;
        if (plan.Ignored)
        {
            // A record the mapping no longer looks at is no trouble any more; one that this run leaves for others stays what it is.
            if (plan.Awaits.Count > 0)
                AddWaiting(plan);
            else if (plan.Candidate.Pending is not null && !plan.Withheld)
                settled.Add(Key(plan.Candidate.Source.Id));
            return;
        }

        if (overtaken[plan.Candidate.Source.Id].FirstOrDefault() is { } clash)
            AddOvertaken(applied, Overtaking.Of(pass, applied, clash));
        else if ((applied.Failure ?? plan.Failure) is { } failure)
            AddFailure(applied, failure);
        else if (plan.Action is SyncAction.Skipped)
            AddSkipped(applied);
        else if (plan.Action is SyncAction.Deleted)
            AddRemoval(applied);
        else if (applied.Incomplete is { } incomplete)
            AddIncomplete(applied, incomplete);
        else
            AddSuccess(applied);
    }

    /// <summary>Forgets trouble with a source record that is gone.</summary>
    public void AddGone(Guid sourceId) => settled.Add(Key(sourceId));

    /// <summary>
    /// Makes the survivor of a pair due in the other direction. The coupling is saved as it is, so that one removed meanwhile makes
    /// nothing due.
    /// </summary>
    public void AddSurvivor(CouplingState coupling)
    {
        if (overtaken.Contains(coupling.IdOn(pass.Source)))
            return;
        couplings.Add(coupling);
        AddDue(pass.Reverse, coupling.IdOn(pass.Destination));
    }

    /// <summary>Everything that was added.</summary>
    public Settlement Build() => new()
    {
        Change = new StateChange
        {
            Couplings = couplings,
            RemovedCouplings = removed,
            NewlyCoupled = newlyCoupled,
            Pending = pending,
            Settled = settled,
            SettledIntents = settledIntents,
            Errors = errors,
            Overwritten = overwritten,
            Now = now,
        },
        Counts = counts,
        Results = results,
    };

    private void AddSkipped(AppliedAction applied)
    {
        if (applied.Plan is { ReverseDue: true, Candidate.Coupling: { } coupling })
        {
            settled.Add(Key(applied.Plan.Candidate.Source.Id));
            AddSurvivor(coupling);
        }

        if (applied.Plan.Awaits.Count > 0)
            AddWaiting(applied.Plan);
        AddResult(applied, SyncAction.Skipped, null, counts with { Skipped = counts.Skipped + 1 });
    }

    private void AddSuccess(AppliedAction applied)
    {
        var plan = applied.Plan;
        if (plan.Candidate.IsEcho)
        {
            if (update.Echoed(plan) is { } echoed)
                couplings.Add(echoed);
            AddResult(applied, SyncAction.Unchanged, null, counts with { Unchanged = counts.Unchanged + 1 });
            return;
        }

        var coupling = update.Succeeded(applied);
        couplings.Add(coupling);
        if (IsNew(plan, coupling))
            newlyCoupled.Add(coupling);
        SettlePending(plan);
        if (plan.ReverseDue || IsCompletedByReverse(plan))
            AddDue(pass.Reverse, coupling.IdOn(pass.Destination));
        AddResult(applied, plan.Action, null, plan.Action switch
        {
            SyncAction.Created => counts with { Inserted = counts.Inserted + 1 },
            SyncAction.Updated when plan.Writes =>
                counts with { Modified = counts.Modified + 1, Coupled = counts.Coupled + NewlyMatched(plan) },
            _ => counts with { Unchanged = counts.Unchanged + 1, Coupled = counts.Coupled + NewlyMatched(plan) },
        });
    }

    // What Business Central adds to a new record by itself, and what only travels to Sales, is carried back at once
    // (spec/mappings.md 3.1); also when the record was found as what an interrupted run had created.
    private bool IsCompletedByReverse(PlannedAction plan) =>
        (plan.Action is SyncAction.Created || plan.Candidate.Coupling is null) && pass.Direction is SyncDirection.ToBusinessCentral
            && pass.Mapping.Direction is SyncDirection.Both;

    private static int NewlyMatched(PlannedAction plan) => plan.Candidate.Coupling is null ? 1 : 0;

    private static bool IsNew(PlannedAction plan, CouplingState coupling) =>
        plan.Candidate.Coupling is not { } before || before.BcId != coupling.BcId || before.SalesId != coupling.SalesId;

    private void SettlePending(PlannedAction plan)
    {
        var key = Key(plan.Candidate.Source.Id);
        settledIntents.Add(key);
        if (plan.Awaits.Count == 0)
            settled.Add(key);
        else
            AddWaiting(plan);
    }

    private void AddWaiting(PlannedAction plan) => pending.Add(new PendingRecord
    {
        Mapping = pass.Mapping.Name,
        Direction = pass.Direction,
        SourceId = plan.Candidate.Source.Id,
        SourceName = SourceName(plan),
        WaitsFor = plan.Awaits,
    });

    private void AddRemoval(AppliedAction applied)
    {
        removed.Add(applied.Plan.Candidate.Coupling!);
        settled.Add(Key(applied.Plan.Candidate.Source.Id));
        AddResult(applied, SyncAction.Deleted, null, counts with { Uncoupled = counts.Uncoupled + 1 });
    }

    // The pair is coupled all the same, so that nothing is created twice; what it lacks is tried again like any failure.
    private void AddIncomplete(AppliedAction applied, PlanFailure failure)
    {
        var next = Remember(applied.Plan, failure);
        settledIntents.Add(Key(applied.Plan.Candidate.Source.Id));
        var coupling = update.Failed(update.Succeeded(applied) with { LastSynchronized = null }, failure.Message, next.Parked);
        couplings.Add(coupling);
        newlyCoupled.Add(coupling);
        var error = Describe(applied, failure, next);
        errors.Add(error);
        AddResult(applied, SyncAction.Created, error, counts with { Inserted = counts.Inserted + 1, Failed = counts.Failed + 1 });
    }

    private PendingRecord Remember(PlannedAction plan, PlanFailure failure)
    {
        var next = RecoveryPolicy.Next(plan.Candidate.Pending, new PendingRecord
        {
            Mapping = pass.Mapping.Name,
            Direction = pass.Direction,
            SourceId = plan.Candidate.Source.Id,
            SourceName = SourceName(plan),
            Class = failure.Class,
            ErrorId = failure.ErrorId,
            Message = failure.Message,
            WaitsFor = failure.WaitsFor,
        }, now);
        pending.Add(next);
        return next;
    }

    private void AddFailure(AppliedAction applied, PlanFailure failure)
    {
        var candidate = applied.Plan.Candidate;
        var next = Remember(applied.Plan, failure);
        if (applied.NothingWritten)
            settledIntents.Add(Key(candidate.Source.Id));
        if (candidate.Coupling is { } before)
            couplings.Add(update.Failed(before, failure.Message, next.Parked));
        var error = Describe(applied, failure, next);
        errors.Add(error);
        var action = next.Parked ? SyncAction.Skipped : failure.Class is FailureClass.Conflict ? SyncAction.Conflict : SyncAction.Failed;
        AddResult(applied, action, error, next.Parked ? counts with { Skipped = counts.Skipped + 1 }
            : counts with { Failed = counts.Failed + 1 });
    }

    private void AddOvertaken(AppliedAction applied, Overtaking overtaking)
    {
        var source = applied.Plan.Candidate.Source.Id;
        if (applied.Failure is null || applied.NothingWritten)
            settledIntents.Add(Key(source));
        if (overtaking is { Retries: true, Failure: { } failure })
        {
            AddFailure(applied with { Failure = failure }, failure);
            return;
        }

        if (overtaking.IsDueAgain)
            AddDue(pass.Direction, source);
        var error = overtaking.Failure is { } toTell ? Describe(applied, toTell, null) : null;
        if (error is not null)
            errors.Add(error);
        AddResult(applied, overtaking.Action, error, overtaking.Action switch
        {
            SyncAction.Failed => counts with { Failed = counts.Failed + 1 },
            SyncAction.Updated => counts with { Modified = counts.Modified + 1 },
            _ => counts with { Skipped = counts.Skipped + 1 },
        });
    }

    private void AddDue(SyncDirection direction, Guid sourceId) => pending.Add(new PendingRecord
    {
        Mapping = pass.Mapping.Name,
        Direction = direction,
        SourceId = sourceId,
        NextTry = now,
    });

    private BcSyncError Describe(AppliedAction applied, PlanFailure failure, PendingRecord? next)
    {
        var described = Result(applied, applied.Plan.Action, null);
        return new BcSyncError
        {
            Time = now,
            Mapping = pass.Mapping.Name,
            Direction = pass.Direction,
            BcId = described.BcId,
            BcNo = described.BcNo,
            SalesId = described.SalesId,
            SalesName = described.SalesName,
            Class = failure.Class,
            ErrorId = failure.ErrorId,
            Message = failure.Message,
            RecommendedAction = failure.RecommendedAction,
            Attempts = next?.Attempts ?? 1,
            NextTry = next?.NextTry,
            JobId = job.Id,
        };
    }

    private void AddResult(AppliedAction applied, SyncAction action, BcSyncError? error, JobCounts after)
    {
        counts = after;
        var result = Result(applied, action, error);
        results.Add(result);
        if (action is SyncAction.Updated or SyncAction.Unchanged)
            overwritten.AddRange(OverwrittenValues.Of(applied.Plan, result, job.Id, now));
    }

    private BcSyncResult Result(AppliedAction applied, SyncAction action, BcSyncError? error) =>
        ActionView.Result(pass, applied.Plan, applied.CounterpartId, action, error, job.RunId);

    private string? SourceName(PlannedAction plan) => ActionView.SourceName(pass, plan.Candidate.Source);

    private PendingKey Key(Guid sourceId) => new(pass.Mapping.Name, pass.Direction, sourceId);
}
