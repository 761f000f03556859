using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Applying;

/// <summary>Builds the coupling that a settled action leaves behind.</summary>
internal sealed class CouplingUpdate(PassDefinition pass, Guid jobId, DateTimeOffset now)
{
    /// <summary>The coupling after a success.</summary>
    public CouplingState Succeeded(AppliedAction applied)
    {
        var plan = applied.Plan;
        var before = plan.Action is SyncAction.Created ? null : plan.Candidate.Coupling;
        var source = plan.Candidate.Source;
        var written = plan.Values.Count > 0;
        var sourceValues = Merge(before?.On(pass.Source), plan.AgreedSource);
        foreach (var column in plan.DisagreedSource)
            sourceValues.Remove(column);
        var sourceState = new SideState { Version = source.Version, ModifiedAt = source.ModifiedAt, Values = sourceValues };
        var destination = Destination(applied, before?.On(pass.Destination), written);
        var coupling = Base(applied, before) with { LastSynchronized = now, Error = null, ErrorTime = null };
        coupling = pass.Source is SystemSide.BusinessCentral
            ? coupling with { Bc = sourceState, Sales = destination }
            : coupling with { Sales = sourceState, Bc = destination };
        return WithResult(Named(coupling, applied), SyncOutcome.Success);
    }

    /// <summary>The coupling after a failure; values and versions stay as they were.</summary>
    public CouplingState Failed(CouplingState before, string message, bool skipped) =>
        WithResult(before with { Error = message, ErrorTime = now, Skipped = before.Skipped || skipped }, SyncOutcome.Failure);

    /// <summary>The coupling after its own echo was seen: version and names are brought up to date; null when they are already.</summary>
    public CouplingState? Echoed(PlannedAction plan)
    {
        var before = plan.Candidate.Coupling!;
        var source = plan.Candidate.Source;
        var state = before.On(pass.Source)!;
        var after = state.Version == source.Version
            ? before
            : pass.Source is SystemSide.BusinessCentral
                ? before with { Bc = state with { Version = source.Version, ModifiedAt = source.ModifiedAt } }
                : before with { Sales = state with { Version = source.Version, ModifiedAt = source.ModifiedAt } };
        after = NamedFromSource(after, source);
        return after == before ? null : after;
    }

    private static SideState Destination(AppliedAction applied, SideState? before, bool written)
    {
        var plan = applied.Plan;
        var agreed = plan.AgreedDestination;
        if (written && applied is { Answer: { } answer, Adopted: false })
            agreed = Answered(plan, answer);
        var read = written ? applied.Adopted ? null : applied.Answer : plan.Candidate.Counterpart;
        return new SideState
        {
            Version = plan.ReversePending ? before?.Version : read?.Version,
            ModifiedAt = plan.ReversePending ? before?.ModifiedAt : read?.ModifiedAt,
            Values = Merge(before, agreed),
        };
    }

    // What the system answers for a column that was written is what it keeps, for example a code in upper case.
    private static Dictionary<string, FieldValue> Answered(PlannedAction plan, Record answer)
    {
        var agreed = new Dictionary<string, FieldValue>(plan.AgreedDestination);
        foreach (var column in plan.Values.Select(value => value.Field.Destination.Name).Where(agreed.ContainsKey))
        {
            if (answer.Values.TryGetValue(column, out var kept))
                agreed[column] = kept;
        }

        return agreed;
    }

    private CouplingState Base(AppliedAction applied, CouplingState? before)
    {
        var source = applied.Plan.Candidate.Source.Id;
        var counterpart = applied.CounterpartId!.Value;
        var (bc, sales) = pass.Source is SystemSide.BusinessCentral ? (source, counterpart) : (counterpart, source);
        return before is null
            ? new CouplingState
            {
                Mapping = pass.Mapping.Name,
                Family = pass.Mapping.Family,
                BcId = bc,
                SalesId = sales,
                Revision = applied.Plan.Candidate.Coupling?.Revision ?? 0,
            }
            : before with { BcId = bc, SalesId = sales, Skipped = false };
    }

    private CouplingState WithResult(CouplingState coupling, SyncOutcome outcome) => pass.Direction is SyncDirection.ToSales
        ? coupling with { ToSalesResult = outcome, ToSalesJob = jobId }
        : coupling with { ToBusinessCentralResult = outcome, ToBusinessCentralJob = jobId };

    private CouplingState Named(CouplingState coupling, AppliedAction applied)
    {
        coupling = NamedFromSource(coupling, applied.Plan.Candidate.Source);
        var name = DestinationText(applied, pass.DestinationTable.NameColumn);
        if (pass.Destination is SystemSide.Sales)
            return coupling with { SalesName = name ?? coupling.SalesName };
        return coupling with
        {
            BcName = name ?? coupling.BcName,
            BcNo = DestinationText(applied, pass.DestinationTable.NumberColumn) ?? coupling.BcNo,
        };
    }

    private CouplingState NamedFromSource(CouplingState coupling, Record source)
    {
        var name = Text(source, pass.SourceTable.NameColumn);
        if (pass.Source is SystemSide.Sales)
            return coupling with { SalesName = name ?? coupling.SalesName };
        return coupling with { BcName = name ?? coupling.BcName, BcNo = Text(source, pass.SourceTable.NumberColumn) ?? coupling.BcNo };
    }

    private string? DestinationText(AppliedAction applied, string? column)
    {
        if (column is null)
            return null;
        if (applied.Answer is { } answer && Text(answer, column) is { } answered)
            return answered;
        if (column == pass.DestinationTable.NameColumn && applied.CounterpartName is { } made)
            return made;
        return applied.Plan.Values.FirstOrDefault(value => value.Field.Destination.Name == column)?.New.AsText()
            ?? (applied.Plan.Candidate.Counterpart is { } counterpart ? Text(counterpart, column) : null);
    }

    private static string? Text(Record record, string? column) => column is null ? null : record[column].AsText();

    private static Dictionary<string, FieldValue> Merge(SideState? before, IReadOnlyDictionary<string, FieldValue> agreed)
    {
        if (before is null)
            return new Dictionary<string, FieldValue>(agreed);
        var values = new Dictionary<string, FieldValue>(before.Values);
        foreach (var (column, value) in agreed)
            values[column] = value;
        return values;
    }
}
