using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Applying;

/// <summary>
/// What an action comes to whose coupling somebody else removed, moved or changed between reading and saving. Theirs stands; what was
/// written to the other system is not taken back.
/// </summary>
/// <param name="Action">What is reported.</param>
/// <param name="IsDueAgain">True when the record is still coupled, so that it has to be looked at again as it is now.</param>
/// <param name="Failure">What a person has to know; null when there is nothing to do.</param>
/// <param name="Retries">True when the failure is tried again like any other.</param>
internal sealed record Overtaking(SyncAction Action, bool IsDueAgain, PlanFailure? Failure = null, bool Retries = false)
{
    /// <summary>Why the record was left alone.</summary>
    public const string Reason = "Its coupling was removed or changed by somebody else meanwhile; that stands.";

    /// <summary>Decides.</summary>
    public static Overtaking Of(PassDefinition pass, AppliedAction applied, CouplingClash clash)
    {
        var plan = applied.Plan;
        var isDueAgain = clash.Standing.Any(
            standing => standing.Mapping == pass.Mapping.Name && standing.IdOn(pass.Source) == plan.Candidate.Source.Id);
        if ((applied.Failure ?? plan.Failure) is not null || plan.Action is SyncAction.Deleted)
            return new Overtaking(SyncAction.Skipped, isDueAgain);
        if (plan.Action is SyncAction.Created && !applied.Adopted)
            return new Overtaking(SyncAction.Failed, isDueAgain, CreatedInVain(pass, applied, clash));
        if (plan.Candidate.Coupling is null && !isDueAgain)
            return new Overtaking(SyncAction.Failed, false, Taken(clash), Retries: true);
        return new Overtaking(plan.Values.Count > 0 && !applied.Adopted ? SyncAction.Updated : SyncAction.Skipped, isDueAgain);
    }

    private static PlanFailure CreatedInVain(PassDefinition pass, AppliedAction applied, CouplingClash clash) => new(
        FailureClass.Data,
        "BcSync.Coupling.CreatedInVain",
        $"Record {applied.CounterpartId} was created in {WriteFailures.Name(pass.Destination)} and stays without a partner. {clash}",
        $"Delete it in {WriteFailures.Name(pass.Destination)}, or couple it with New-BcCoupling -Mapping {pass.Mapping.Name}.");

    private static PlanFailure Taken(CouplingClash clash) => new(
        FailureClass.Transient,
        "BcSync.Coupling.Overtaken",
        $"Somebody else was faster. {clash}",
        "Nothing to do: the record is tried again by itself.");
}
