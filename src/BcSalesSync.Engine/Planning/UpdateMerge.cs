using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Planning.Merging;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Planning;

/// <summary>Collects the decisions on the fields of one pair and turns them into a plan.</summary>
internal sealed class UpdateMerge(PassDefinition pass, Candidate candidate, PlanPolicy policy)
{
    private const string OtherSideWins = "Both sides changed the same field, and the mapping lets the other side win.";

    private readonly Record counterpart = candidate.Counterpart!;
    private readonly SideState? lastSource = candidate.Coupling?.On(pass.Source);
    private readonly SideState? lastDestination = candidate.Coupling?.On(pass.Destination);
    private readonly List<PlannedValue> writes = [];
    private readonly List<PassField> conflicts = [];
    private readonly List<LeftField> left = [];
    private readonly List<PassField> yielding = [];
    private readonly List<AwaitedReference> awaits = [];
    private readonly Dictionary<string, FieldValue> agreedSource = [];
    private readonly List<string> disagreedSource = [];
    private readonly Dictionary<string, FieldValue> agreedDestination = [];
    private bool recordYields;
    private bool recordWins;

    /// <summary>
    /// True when a row whose reference is missing concerns this pass: its source changed, or the person picked this side.
    /// </summary>
    public bool Matters(PassField field) =>
        policy.SourceWins || !field.TwoWay || ThreeWayMerge.Changed(field.Source, SourceValue(field), lastSource);

    /// <summary>Decides one row.</summary>
    public void Add(PassField field, Translation translation)
    {
        var value = translation.Value;
        var current = counterpart[field.Destination.Name];
        if (translation.Missing is { } missing)
            awaits.AddRange(translation.Failure?.WaitsFor ?? [missing]);
        if (translation.KeepsExisting && value.IsEmpty)
            return;
        if (field.Row.NotNull && value.IsEmpty)
        {
            LeaveAlone(field);
            return;
        }

        var decision = ThreeWayMerge.Decide(field, SourceValue(field), value, current, lastSource, lastDestination);
        if (policy.SourceWins && decision is not FieldDecision.Agreed)
            decision = FieldDecision.Write;
        if (policy.Rewrite && decision is FieldDecision.Agreed && field.Destination is { CanCreate: true, CanUpdate: true }
            && FieldEquality.Same(value, current))
            decision = FieldDecision.Write;
        Apply(field, translation, value, current, decision);
    }

    /// <summary>
    /// A row that takes no part: its source value counts as settled, unless the other direction may yet write over it and has to know it for an edit.
    /// </summary>
    public void LeaveAlone(PassField field)
    {
        if (field.Source is { } source && !pass.ReverseOnlyColumns.Contains(source))
            agreedSource[source] = candidate.Source[source];

        // What stands in for a value that is yet to come was agreed upon by nobody: it is kept track of when it is written over.
        if (!field.Row.OnceFilled)
            agreedDestination.TryAdd(field.Destination.Name, counterpart[field.Destination.Name]);
    }

    /// <summary>The plan for the whole pair.</summary>
    public PlannedAction ToPlan()
    {
        if (RecordConflict() is { } failure)
            return Planner.Fail(candidate, failure);
        if (recordYields)
            return Yield();
        if (recordWins)
            TakeLeft();
        KeepOpen();
        var action = writes.Count > 0 || candidate.Coupling is null ? SyncAction.Updated : yielding.Count > 0 ? SyncAction.Skipped
            : SyncAction.Unchanged;
        return new PlannedAction
        {
            Candidate = candidate,
            Action = action,
            Reason = action switch
            {
                SyncAction.Updated when policy.SourceWins => "This side was chosen to win.",
                SyncAction.Updated => "Mapped fields changed since the last synchronisation.",
                SyncAction.Skipped => OtherSideWins,
                _ => "Both sides agree.",
            },
            Values = writes,
            Awaits = Planner.Distinct(awaits),
            AgreedSource = agreedSource,
            DisagreedSource = disagreedSource,
            AgreedDestination = agreedDestination,
            ReversePending = left.Count > 0 || yielding.Count > 0,

            // The side that wins is not read by itself where nobody touched it, as in a pair that was coupled without being synchronised.
            ReverseDue = yielding.Count > 0 || pass.ReverseOnlyColumns.Any(
                column => ThreeWayMerge.Changed(column, candidate.Source[column], lastSource)),
        };
    }

    // The reverse pass is told, because a record that was touched without a mapped change would be an echo to it.
    private PlannedAction Yield() =>
        new() { Candidate = candidate, Action = SyncAction.Skipped, Reason = OtherSideWins, ReversePending = true, ReverseDue = true };

    // A record that wins, wins as a whole (spec/engine.md 3.5): the reverse pass yields, so what only the other side changed would never be settled.
    private void TakeLeft()
    {
        foreach (var (field, translation, value, current) in left)
            Apply(field, translation, value, current, FieldDecision.Write);
        left.Clear();
    }

    // Of several rows of one column, as a contact's customer and vendor are, the one that is left to the other direction counts.
    private void KeepOpen()
    {
        foreach (var field in left.Select(field => field.Field).Concat(yielding))
        {
            if (field.Source is { } source)
                agreedSource.Remove(source);
            agreedDestination.Remove(field.Destination.Name);
        }
    }

    private void Apply(PassField field, Translation translation, FieldValue value, FieldValue current, FieldDecision decision)
    {
        if (decision is FieldDecision.Conflict)
        {
            switch (ConflictRule.SourceWins(pass, candidate))
            {
                case true: decision = FieldDecision.Write; break;
                case false: yielding.Add(field); return;
                default: conflicts.Add(field); return;
            }
        }

        if (decision is FieldDecision.LeaveToReverse)
        {
            left.Add(new LeftField(field, translation, value, current));
            return;
        }

        if (decision is FieldDecision.Write)
        {
            if (!field.Destination.CanUpdate)
                return;
            writes.Add(new PlannedValue(field, current, value) { OverwritesEdit = IsEdit(field.Destination.Name, current) });
        }

        if (field.Source is { } source && translation.Missing is null)
            agreedSource[source] = candidate.Source[source];
        else if (field.Source is { } cleared)
            disagreedSource.Add(cleared);
        agreedDestination[field.Destination.Name] = decision is FieldDecision.Write ? value : current;
    }

    // What was empty all along, as far as is known, holds no edit.
    private bool IsEdit(string column, FieldValue current) =>
        ThreeWayMerge.Changed(column, current, lastDestination)
            && !(current.IsEmpty && lastDestination?.Values.ContainsKey(column) is not true);

    private string InvokeText() =>
        $"Invoke-BcSyncNow -Mapping {pass.Mapping.Name.Typed()} -BcId {(pass.Source is SystemSide.BusinessCentral ? candidate.Source.Id : candidate.Counterpart!.Id)}";

    private PlanFailure? RecordConflict()
    {
        var clashing = conflicts;
        if (clashing.Count == 0 && pass.Mapping.ConflictScope is ConflictScope.Record && !policy.SourceWins && BothRecordsChanged())
            clashing = [.. writes.Where(write => write.Field.TwoWay).Select(write => write.Field), .. left.Select(field => field.Field)];
        var sourceWins = ConflictRule.SourceWins(pass, candidate);
        recordYields = clashing.Count > 0 && sourceWins is false;
        recordWins = clashing.Count > 0 && sourceWins is true;
        if (clashing.Count == 0 || sourceWins is not null)
            return null;
        var fields = string.Join(", ", clashing.Select(field =>
            $"{field.Source} (Business Central '{Shown(field, SystemSide.BusinessCentral)}', Sales '{Shown(field, SystemSide.Sales)}')"));
        return new PlanFailure(
            FailureClass.Conflict,
            "BcSync.Record.Conflict",
            $"Both sides changed {fields}.",
            $"Pick the side that wins: {InvokeText()} -Direction ToSales, or ToBusinessCentral (after Resume-BcSyncRecord where the record is skipped). "
                + $"Or set a rule with Set-BcTableMapping -Name {pass.Mapping.Name.Typed()} -UpdateConflict.");
    }

    private bool BothRecordsChanged() =>
        lastSource is null || lastDestination is null
            || (candidate.Source.Version != lastSource.Version && counterpart.Version != lastDestination.Version);

    private string Shown(PassField field, SystemSide side) =>
        (side == pass.Source ? SourceValue(field) : counterpart[field.Destination.Name]).ToString();

    private FieldValue SourceValue(PassField field) => field.Source is { } column ? candidate.Source[column] : FieldValue.Empty;

    private sealed record LeftField(PassField Field, Translation Translation, FieldValue Value, FieldValue Current);
}
