using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.BusinessCentral.Batches;
using BcSalesSync.Endpoints.BusinessCentral.Reading;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.BusinessCentral.Writing.Units;

/// <summary>Says how a unit ended: entries before a failing one tell of success although nothing was saved (spec/wire-bc.md 3.4).</summary>
internal sealed class UnitOutcomeReader(BatchLine line)
{
    private readonly OutcomeReader rows = new(line);

    /// <summary>The outcome of a unit from the answer to its envelope.</summary>
    public UnitOutcome Read(PlannedUnit unit, TransactionAnswer answer)
    {
        if (answer.Refusal is { } refusal)
            return new UnitOutcome(StatusOf(answer.Status, refusal), [], null, refusal);
        var entries = answer.Entries.Where(entry => entry.Index < unit.Steps.Count).DistinctBy(entry => entry.Index).ToList();
        if (entries.Find(entry => !entry.Succeeded) is { } failed)
        {
            var failure = line.FailureOf(failed);
            var status = OutcomeReader.StatusOf(unit.Steps[failed.Index].Kind, failed.Status, failure);
            return new UnitOutcome(status, [], failed.Index, failure);
        }

        return entries.Count == unit.Steps.Count ? ReadDone(unit, entries) : new UnitOutcome(WriteStatus.Unknown, [], null, Incomplete);
    }

    private UnitOutcome ReadDone(PlannedUnit unit, IReadOnlyList<BatchEntry> entries)
    {
        var records = new Record?[unit.Steps.Count];
        foreach (var entry in entries)
        {
            var step = unit.Steps[entry.Index];
            if (step.Sent is not { } sent || step.Given is not UnitWrite { Write: var given })
                continue;
            var outcome = rows.Read(step.Table, sent, entry);
            if (step.Table.Borrowed.Count > 0)
                outcome = BorrowedColumns.Restore(given, sent, outcome);
            if (outcome.Status != WriteStatus.Done)
                return new UnitOutcome(WriteStatus.Unknown, [], null, outcome.Failure);
            records[entry.Index] = outcome.Record;
        }

        return new UnitOutcome(WriteStatus.Done, records);
    }

    /// <summary>
    /// What the refusal of a whole envelope means. A broken server may have committed before it broke; a service that is busy, or does not
    /// let the caller in, did nothing and would do nothing with other units either.
    /// </summary>
    private static WriteStatus StatusOf(int status, EndpointFailure refusal) => status switch
    {
        429 or 503 => WriteStatus.NotSent,
        >= 500 => WriteStatus.Unknown,
        _ => refusal.Class is FailureClass.Fatal or FailureClass.Permission ? WriteStatus.NotSent : WriteStatus.Refused,
    };

    private static EndpointFailure Incomplete { get; } = new(
        FailureClass.Transient, "UnreadableAnswer", "Business Central answered neither all steps of a unit nor that one of them failed.");
}
