using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Applying.Units;

/// <summary>
/// Drafts the units that write records with their parts: the document is opened, its parts are taken away, changed and added, the rest is
/// written, and it is closed again (spec/documents.md 2.4). Pure.
/// </summary>
/// <param name="pass">The pass of the records.</param>
/// <param name="company">SystemId of the company.</param>
internal sealed class UnitDrafting(PassDefinition pass, Guid company)
{
    private readonly string table = pass.DestinationTable.Name;

    /// <summary>The unit of a plan.</summary>
    public UnitDraft Draft(PlannedAction plan) =>
        pass.Destination is SystemSide.BusinessCentral ? InBusinessCentral(plan) : InSales(plan);

    /// <summary>Id of the record that the plan writes.</summary>
    public Guid IdOf(PlannedAction plan) => plan.Action is SyncAction.Created
        ? DerivedId.For(company, table, plan.Candidate.Source.Id, plan.Candidate.IdAttempt) : Counterpart(plan)!.Id;

    private static Record? Counterpart(PlannedAction plan) => plan.Candidate.Counterpart ?? plan.Candidate.Match;

    // The mark is written before the document is opened, so that one that changed since it was read is left alone.
    private UnitDraft InBusinessCentral(PlannedAction plan)
    {
        var draft = new UnitDraft();
        var document = Counterpart(plan)!;
        var locked = pass.Mapping.BcLock!;
        draft.AddOwner(table, Update(document.Id, document.ETag, [new(locked.Mark, FieldValue.Id(plan.Candidate.Source.Id))]));
        draft.Add(new UnitAction(table, document.Id, locked.Open));
        KeyValuePair<string, FieldValue>[] values = [.. Pairs(plan, _ => true).Where(pair => pair.Key != locked.Last)];
        if (values.Length > 0)
            draft.AddOwner(table, Update(document.Id, null, values));
        AddParts(draft, plan, FieldValue.Id(document.Id));
        foreach (var loose in plan.Parts!.Loose)
            draft.Add(LooseStep(loose));
        if (plan.Parts.Last is { } last)
            draft.AddOwner(table, Update(document.Id, null, [new(locked.Last!, last)]));
        if (!plan.Parts.StaysOpen)
            draft.Add(new UnitAction(table, document.Id, locked.Close));
        return draft;
    }

    private UnitDraft InSales(PlannedAction plan)
    {
        var draft = new UnitDraft();
        var locked = pass.Mapping.Lock!;
        var id = IdOf(plan);
        var isNew = plan.Action is SyncAction.Created;
        draft.AddOwner(table, isNew
            ? new RecordWrite { Kind = WriteKind.Create, Id = id, Values = [.. Unlocked(value => !value.IsLater)] }
            : Update(id, Counterpart(plan)!.ETag, [.. locked.Open.Select(pair => Pair(pair.Key, FieldValue.Number(pair.Value)))]));
        foreach (var loose in plan.Parts!.Loose)
            draft.Add(LooseStep(loose));
        AddParts(draft, plan, FieldValue.Reference(table, id));
        var action = locked.Action is { } leading && Closing(plan, locked.Column).AsNumber() == leading.State ? leading : null;
        draft.AddOwner(table, Update(id, null,
        [
            .. Unlocked(value => value.IsLater || !isNew),
            .. locked.Open.Keys.Select(column => Pair(column, action is null ? Closing(plan, column)
                : FieldValue.Number(column == locked.Column ? action.FromState : action.FromStatus))),
        ]));
        if (action is not null)
            draft.Add(new UnitAction(table, id, action.Name));
        return draft;

        IEnumerable<KeyValuePair<string, FieldValue>> Unlocked(Func<PlannedValue, bool> wanted) =>
            Pairs(plan, wanted).Where(pair => !locked.Open.ContainsKey(pair.Key));
    }

    // With what is planned for the column, or with what the row held.
    private static FieldValue Closing(PlannedAction plan, string column) => plan.Values
        .Where(value => value.Field.Destination.Name == column).Select(value => value.New)
        .DefaultIfEmpty(Counterpart(plan)?[column] ?? FieldValue.Empty).Last();

    private void AddParts(UnitDraft draft, PlannedAction plan, FieldValue owner)
    {
        var parts = plan.Parts!;
        var name = parts.Pass.DestinationTable.Name;
        var held = parts.Held.ToDictionary(part => part.Id);
        foreach (var gone in parts.Gone.Select(coupling => held[coupling.IdOn(pass.Destination)]))
            draft.Add(new UnitWrite(name, new RecordWrite { Kind = WriteKind.Delete, Id = gone.Id, IfMatch = Token(gone) }));
        foreach (var part in parts.Actions.Where(action => action is { IsWrite: true, Action: not SyncAction.Created }))
            draft.AddPart(part, name, Update(Counterpart(part)!.Id, Token(Counterpart(part)!), [.. Pairs(part, _ => true)]));
        foreach (var part in parts.Actions.Where(action => action is { IsWrite: true, Action: SyncAction.Created }))
        {
            var id = DerivedId.For(company, name, part.Candidate.Source.Id);
            draft.AddPart(part, name, new RecordWrite
            {
                Kind = WriteKind.Create, Id = id,
                Values =
                [
                    Pair(ParentColumn(parts.Pass), owner),
                    .. PlaceOf(part, parts),
                    .. Pairs(part, value => !value.IsLater),
                ],
            });
            if (part.Values.Any(value => value.IsLater))
                draft.AddPart(part, name, Update(id, null, [.. Pairs(part, value => value.IsLater)]));
        }
    }

    private static KeyValuePair<string, FieldValue>[] PlaceOf(PlannedAction part, PartsPlan parts) =>
        parts.Places.TryGetValue(part, out var place) ? [Pair("sequence", FieldValue.Number(place))] : [];

    // Each line that Business Central takes spreads discount and tax anew over the others, which are not as they were read from then on. The
    // document is: nobody changes lines of one that is released without reopening it.
    private string? Token(Record part) => pass.Destination is SystemSide.BusinessCentral ? null : part.ETag;

    private UnitWrite LooseStep(LoosePart loose) => new(loose.Table, loose.Held is { } held
        ? Update(held.Id, Token(held), loose.Values)
        : new RecordWrite { Kind = WriteKind.Create, Id = loose.Id, Values = loose.Values });

    private string ParentColumn(PassDefinition parts) => pass.Destination is SystemSide.BusinessCentral
        ? parts.Mapping.Parent!.BcField : parts.Mapping.Parent!.SalesField!;

    private static RecordWrite Update(Guid id, string? token, IReadOnlyList<KeyValuePair<string, FieldValue>> values) =>
        new() { Kind = WriteKind.Update, Id = id, IfMatch = token, Values = values };

    private static IEnumerable<KeyValuePair<string, FieldValue>> Pairs(PlannedAction plan, Func<PlannedValue, bool> wanted) =>
        plan.Values.Where(wanted).Select(value => Pair(value.Field.Destination.Name, value.New));

    private static KeyValuePair<string, FieldValue> Pair(string column, FieldValue value) => new(column, value);
}
