using BcSalesSync.Endpoints.Dataverse.Metadata;
using BcSalesSync.Endpoints.Dataverse.Transport;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.Dataverse.Writing;

/// <summary>One call that writes: its rows, and the outcomes as they become known. Parallel requests settle different positions.</summary>
internal sealed class WriteRun(DataverseClient client, TableDefinition table, RowWriter rows, int count)
{
    private readonly WriteOutcome?[] outcomes = new WriteOutcome?[count];

    /// <summary>The way to the service.</summary>
    internal DataverseClient Client => client;

    /// <summary>The table.</summary>
    internal TableDefinition Table => table;

    /// <summary>Writes rows of the table.</summary>
    internal RowWriter Rows => rows;

    /// <summary>Settles one write.</summary>
    internal void Settle(PlannedWrite planned, WriteOutcome outcome) => outcomes[planned.Position] = outcome;

    /// <summary>Settles writes that shared a fate.</summary>
    internal void SettleAll(IEnumerable<PlannedWrite> writes, WriteStatus status, EndpointFailure? failure)
    {
        foreach (var planned in writes)
            Settle(planned, new WriteOutcome(status, planned.Write.Id, Failure: failure));
    }

    /// <summary>Outcomes in the order of the writes; what nothing settled was not sent.</summary>
    /// <exception cref="EndpointException">The service does not let the caller in, and nothing was carried out.</exception>
    internal IReadOnlyList<WriteOutcome> Finish(IReadOnlyList<RecordWrite> writes)
    {
        Lockout.ThrowIfTotal(outcomes.Select(outcome => (outcome?.Status ?? WriteStatus.NotSent, outcome?.Failure)));
        return [.. outcomes.Select((outcome, position) => outcome ?? new WriteOutcome(WriteStatus.NotSent, writes[position].Id))];
    }
}
