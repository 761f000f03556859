using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Planning;

/// <summary>
/// Decides what happens with one record. Pure: the same candidate, policy and translations give the same answer, and nothing is read or
/// written. What-if, plans and real runs all come through here (spec/engine.md 3.4).
/// </summary>
public static class Planner
{
    internal const string SkippedReason = "The pair is skipped after repeated failure; take it up again with Resume-BcSyncRecord.";

    /// <summary>Plans one candidate.</summary>
    public static PlannedAction Plan(PassDefinition pass, Candidate candidate, PlanPolicy policy, ITranslator translator)
    {
        var plan = PlanFreely(pass, candidate, policy, translator);
        return pass.IsDestinationClosed ? ClosedDestination.Restrict(pass, plan, policy) : plan;
    }

    private static PlannedAction PlanFreely(PassDefinition pass, Candidate candidate, PlanPolicy policy, ITranslator translator)
    {
        if (candidate.Coupling is { Skipped: true })
            return Leave(candidate, SkippedReason);
        translator = new FittedTranslator(translator, pass.Mapping.Name);
        if (candidate.Coupling is null)
            return PlanUncoupled(pass, candidate, policy, translator);
        if (pass.Mapping.OnlyWithinFilter && !pass.SourceFilter.Matches(candidate.Source))
            return Ignore(candidate, InWork(pass), policy);
        if (candidate.IsEcho)
            return UpdatePlanner.Echo(pass, candidate);
        if (candidate.Counterpart is not { } counterpart)
            return pass is { Mapping.BcLock: not null, Destination: SystemSide.BusinessCentral }
                ? PassOver(candidate, "The document left Business Central, posted or deleted.") : DeletionPlanner.Plan(pass, candidate, translator);
        return pass.Lock is { } locked && !locked.Writable.Contains((int)(counterpart[locked.Column].AsNumber() ?? -1))
            ? Leave(candidate, $"The row in Sales was moved to another state, in which it is not written to ({locked.Column}).")
            : UpdatePlanner.Plan(pass, pass.HasParts ? UnagreedBlanks.Settle(pass, candidate) : candidate, policy, translator);
    }

    private static PlannedAction PlanUncoupled(PassDefinition pass, Candidate candidate, PlanPolicy policy, ITranslator translator)
    {
        if (!pass.SourceFilter.Matches(candidate.Source))
            return Ignore(candidate, $"The record is outside the filter of mapping {pass.Mapping.Name}.", policy);
        if (candidate.Doubt is { } doubt)
            return Fail(candidate, doubt);
        if (candidate.Match is { } match)
            return UpdatePlanner.Adopt(pass, candidate with { Counterpart = match }, translator);
        if (!policy.Creates(pass.Mapping) && (policy.OnlyCoupled || pass.Mapping.NeverCreates || !IsRemembered(candidate)))
            return Ignore(
                candidate,
                policy.OnlyCoupled ? "The record is not coupled, and this run synchronises coupled records only."
                    : $"The record is not coupled, and mapping {pass.Mapping.Name} synchronises coupled records only.",
                policy) with { Withheld = policy.Withholds(pass.Mapping) || IsRemembered(candidate) };
        var plan = CreatePlanner.Plan(pass, candidate, translator, "The record has no counterpart.");
        return plan.Ignored ? plan with { Ignored = !policy.Explicit } : plan;
    }

    // Documents that somebody is at work on. Who named one hears what it waits for.
    private static string InWork(PassDefinition pass)
    {
        var (here, step, filter) = pass.Source is SystemSide.BusinessCentral
            ? ("Business Central", "Release", pass.Mapping.BcFilter) : ("Sales", "Submit", pass.Mapping.SalesFilter);
        return $"Nothing of the document is taken from {here} while it is outside the filter of mapping {pass.Mapping.Name} there: {filter}. "
            + $"{step} it there and repeat this, or let the other side win with -Direction {pass.Reverse}.";
    }

    // Trouble with an uncoupled record is remembered only after its counterpart was asked for, and that still stands.
    private static bool IsRemembered(Candidate candidate) => candidate.Pending is { Attempts: > 0 };

    private static PlannedAction Ignore(Candidate candidate, string reason, PlanPolicy policy) =>
        Leave(candidate, reason) with { Ignored = !policy.Explicit };

    private static PlannedAction Leave(Candidate candidate, string reason) =>
        new() { Candidate = candidate, Action = SyncAction.Skipped, Reason = reason };

    /// <summary>A record the mapping does not look at.</summary>
    internal static PlannedAction PassOver(Candidate candidate, string reason) => Leave(candidate, reason) with { Ignored = true };

    /// <summary>A child whose parent is not coupled yet: no failure, it comes by itself once the parent is.</summary>
    internal static PlannedAction Wait(Candidate candidate, AwaitedReference parent) =>
        Leave(candidate, $"The record belongs to '{parent.Key}', which is not coupled in mapping {parent.Mapping}.") with
        {
            Ignored = true,
            Awaits = [parent],
        };

    /// <summary>A plan that fails.</summary>
    internal static PlannedAction Fail(Candidate candidate, PlanFailure failure) => new()
    {
        Candidate = candidate,
        Action = failure.Class is FailureClass.Conflict ? SyncAction.Conflict : SyncAction.Failed,
        Reason = failure.Message,
        Failure = failure,
        Awaits = failure.WaitsFor,
    };

    /// <summary>Turns missing references that were tolerated into what the record waits for.</summary>
    internal static IReadOnlyList<AwaitedReference> Distinct(List<AwaitedReference> references) =>
        references.Count == 0 ? [] : [.. references.Distinct()];
}
