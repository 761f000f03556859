using BcSalesSync.Dataverse.ServiceClient.Organization;
using BcSalesSync.Endpoints.Dataverse.Writing;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Dataverse.ServiceClient.Writing;

/// <summary>Outcomes of one call that writes, as they become known. Parallel messages settle different positions.</summary>
internal sealed class EntityOutcomes(IReadOnlyList<RecordWrite> writes)
{
    private const int TooManyRequests = 429;
    private const int Refusal = 400;
    private readonly WriteOutcome?[] outcomes = new WriteOutcome?[writes.Count];

    /// <summary>Settles one write.</summary>
    internal void Settle(PlannedWrite planned, WriteOutcome outcome) => outcomes[planned.Position] = outcome;

    /// <summary>Settles writes that shared a fate.</summary>
    internal void Settle(IEnumerable<PlannedWrite> planned, WriteStatus status, EndpointFailure? failure)
    {
        foreach (var each in planned)
            Settle(each, new WriteOutcome(status, each.Write.Id, Failure: failure));
    }

    /// <summary>Settles a write that was done; a create without id of its own has the one that was answered.</summary>
    internal void SettleDone(PlannedWrite planned, Guid? answered) =>
        Settle(planned, new WriteOutcome((planned.Write.Id ?? answered) is null ? WriteStatus.Unknown : WriteStatus.Done, planned.Write.Id ?? answered));

    /// <summary>Outcomes in the order of the writes; what nothing settled was not sent.</summary>
    internal IReadOnlyList<WriteOutcome> Finish() =>
        [.. outcomes.Select((outcome, position) => outcome ?? new WriteOutcome(WriteStatus.NotSent, writes[position].Id))];

    /// <summary>The outcome of a write that was refused.</summary>
    internal static WriteOutcome OfFault(RecordWrite write, OrgFault fault) =>
        OutcomeReader.OfFailure(write, Faults.IsThrottling(fault) ? TooManyRequests : Refusal, Faults.ToFailure(fault));
}
