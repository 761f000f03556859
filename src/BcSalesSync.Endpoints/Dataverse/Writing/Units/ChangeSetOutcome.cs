using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Dataverse.Transport;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;

namespace BcSalesSync.Endpoints.Dataverse.Writing.Units;

/// <summary>Says how a change set ended: one that failed is answered by a single part (spec/wire-dataverse.md 3.2).</summary>
internal static class ChangeSetOutcome
{
    /// <summary>The outcome of a unit from the parts that answer it.</summary>
    /// <param name="steps">Its steps.</param>
    /// <param name="parts">The parts.</param>
    /// <param name="firstId">Number of its first operation within the batch.</param>
    internal static UnitOutcome Read(IReadOnlyList<PlannedStep> steps, IReadOnlyList<BatchPart> parts, int firstId)
    {
        if (parts.FirstOrDefault(part => !part.Succeeded) is { } failed)
            return OfFailure(steps, failed, failed.ContentId - firstId);
        if (parts.Count != steps.Count)
            return new UnitOutcome(WriteStatus.Unknown, [], null, Incomplete);
        var outcomes = steps.Select((step, position) => step.Read(parts[position])).ToList();
        return outcomes.Find(outcome => outcome.Status != WriteStatus.Done) is { } unclear
            ? new UnitOutcome(WriteStatus.Unknown, [], null, unclear.Failure)
            : new UnitOutcome(WriteStatus.Done, [.. outcomes.Select(outcome => outcome.Record)]);
    }

    private static UnitOutcome OfFailure(IReadOnlyList<PlannedStep> steps, BatchPart failed, int? position)
    {
        var named = steps.Count == 1 ? 0 : position;
        if (named is { } step && step >= 0 && step < steps.Count)
        {
            var outcome = steps[step].Read(failed);
            return new UnitOutcome(outcome.Status, [], step, outcome.Failure);
        }

        // The service does not say which step it was, so it is one the failure can be about.
        var failure = DataverseClient.FailureOf(failed);
        var possible = steps.Select((each, index) => (Index: index, each.Read(failed).Status))
            .Where(each => each.Status != WriteStatus.Refused)
            .ToList();
        return possible.Count == 0
            ? new UnitOutcome(WriteStatus.Refused, [], null, failure)
            : new UnitOutcome(possible[0].Status, [], possible.Count == 1 ? possible[0].Index : null, failure);
    }

    private static EndpointFailure Incomplete { get; } = new(
        FailureClass.Transient, "batch", "Dataverse answered neither all steps of a unit nor that one of them failed.");
}
