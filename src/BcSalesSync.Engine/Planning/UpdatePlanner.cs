using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Planning;

/// <summary>Plans what to write to an existing counterpart.</summary>
internal static class UpdatePlanner
{
    /// <summary>The record's values are the last synchronised ones: nothing to do but to remember its version.</summary>
    public static PlannedAction Echo(PassDefinition pass, Candidate candidate) => new()
    {
        Candidate = candidate,
        Action = SyncAction.Unchanged,
        Reason = "No mapped field changed since the last synchronisation.",
        AgreedSource = pass.SourceColumns.Where(column => candidate.Coupling!.On(pass.Source)!.Values.ContainsKey(column))
            .ToDictionary(column => column, column => candidate.Source[column]),
    };

    /// <summary>A counterpart was found by its match fields: couple, and the source's values win (spec/engine.md 3.4).</summary>
    public static PlannedAction Adopt(PassDefinition pass, Candidate candidate, ITranslator translator)
    {
        var plan = Plan(pass, candidate, new PlanPolicy(SourceWins: true), translator);
        return plan.Failure is null ? plan with { Reason = "An uncoupled counterpart with equal match fields exists." } : plan;
    }

    /// <summary>Compares every row and merges.</summary>
    public static PlannedAction Plan(PassDefinition pass, Candidate candidate, PlanPolicy policy, ITranslator translator)
    {
        Look(candidate.Coupling);
        var merge = new UpdateMerge(pass, candidate, policy);
        foreach (var field in pass.Fields)
        {
            if (field.Row.OnCreateOnly && !Completes(field, candidate))
            {
                merge.LeaveAlone(field);
                continue;
            }

            var translation = translator.Translate(field, candidate);
            if (!translation.Applies)
            {
                merge.LeaveAlone(field);
                continue;
            }

            if (translation.Failure is { } failure && !(translation.Missing is not null && field.Row.ClearOnFailedSync))
            {
                if (merge.Matters(field))
                    return Planner.Fail(candidate, failure);
                continue;
            }

            merge.Add(field, translation);
        }

        return merge.ToPlan();
    }

    // What is agreed upon is added to what is stored of both sides: where that cannot be read, it has to be found before anything is written.
    private static void Look(CouplingState? coupling) => _ = (coupling?.Bc?.Values.Count, coupling?.Sales?.Values.Count);

    // What belongs to a new record but could not be given with its create is still due when the create was not completed.
    private static bool Completes(PassField field, Candidate candidate) =>
        field.Destination is { CanCreate: false, CanUpdate: true } && candidate.Counterpart![field.Destination.Name].IsEmpty
            && candidate.Coupling is null or { Incomplete: true };
}
