using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Applying.Units;

/// <summary>The steps that write a record with its parts, and which step belongs to what.</summary>
internal sealed class UnitDraft
{
    private readonly List<UnitStep> steps = [];
    private readonly List<int> ownerSteps = [];
    private readonly Dictionary<PlannedAction, (int Step, Guid Id)> partSteps = new(ReferenceEqualityComparer.Instance);

    /// <summary>
    /// The units, to be written one after the other: one, unless it has more steps than a system carries out together. Each but the last
    /// leaves the record as its first one made it, which is open.
    /// </summary>
    /// <param name="most">Most steps of a unit.</param>
    public IReadOnlyList<WriteUnit> Units(int most) => [.. steps.Chunk(most).Select(chunk => new WriteUnit(chunk))];

    /// <summary>Adds a step of the record itself.</summary>
    public void AddOwner(string table, RecordWrite write)
    {
        ownerSteps.Add(steps.Count);
        steps.Add(new UnitWrite(table, write));
    }

    /// <summary>Adds the step that creates or updates a part.</summary>
    public void AddPart(PlannedAction part, string table, RecordWrite write)
    {
        partSteps[part] = (steps.Count, write.Id!.Value);
        steps.Add(new UnitWrite(table, write));
    }

    /// <summary>Adds another step.</summary>
    public void Add(UnitStep step) => steps.Add(step);

    /// <summary>The record as it was last answered; null when it was not.</summary>
    public Record? OwnerIn(UnitOutcome outcome) =>
        ownerSteps.Select(step => outcome.Records.ElementAtOrDefault(step)).LastOrDefault(record => record is not null);

    /// <summary>The part as it was answered, and its id; null when it was not written.</summary>
    public (Guid Id, Record? Answer)? PartIn(UnitOutcome outcome, PlannedAction part) => partSteps.TryGetValue(part, out var written)
        ? (written.Id, outcome.Records.ElementAtOrDefault(written.Step)) : null;

    /// <summary>The part whose step failed; null when it was another step.</summary>
    public PlannedAction? FailedPart(UnitOutcome outcome) =>
        partSteps.FirstOrDefault(pair => pair.Value.Step == outcome.FailedStep).Key;
}
