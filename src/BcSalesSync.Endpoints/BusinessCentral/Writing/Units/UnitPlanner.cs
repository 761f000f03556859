using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.BusinessCentral.Reading;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;

namespace BcSalesSync.Endpoints.BusinessCentral.Writing.Units;

/// <summary>Finds the tables of units, and which units one envelope cannot carry.</summary>
internal sealed class UnitPlanner(TableCatalog catalog, BorrowedColumns borrowed)
{
    /// <summary>Plans units, in their order.</summary>
    public async Task<IReadOnlyList<PlannedUnit>> PlanAsync(IReadOnlyList<WriteUnit> units, CancellationToken cancellationToken)
    {
        var planned = new List<PlannedUnit>(units.Count);
        foreach (var unit in units)
            planned.Add(Check(await PlanAsync(unit, cancellationToken)));
        return await ReturnBorrowedAsync(planned, cancellationToken);
    }

    private async Task<PlannedUnit> PlanAsync(WriteUnit unit, CancellationToken cancellationToken)
    {
        var steps = new List<PlannedStep>(unit.Steps.Count);
        foreach (var step in unit.Steps)
        {
            if (await catalog.FindAsync(step.Table, cancellationToken) is not { } table)
                return new PlannedUnit([], TableCatalog.Missing(step.Table), steps.Count);
            var write = step as UnitWrite;
            NestedRows? nested = null;
            if (write?.Nested is { } given)
            {
                if (await catalog.FindAsync(given.Table, cancellationToken) is not { } below)
                    return new PlannedUnit([], TableCatalog.Missing(given.Table), steps.Count);
                nested = new NestedRows(below, given.Rows);
            }

            steps.Add(new PlannedStep(table, step, write?.Write, nested));
        }

        return new PlannedUnit(steps);
    }

    private static PlannedUnit Check(PlannedUnit unit)
    {
        if (unit.Obstacle is not null)
            return unit;
        if (unit.Steps.Count > WriteUnit.MostSteps)
        {
            return Refuse(unit, "UnitTooLarge", $"A unit has {unit.Steps.Count} steps, and Business Central carries out at most "
                + $"{WriteUnit.MostSteps} together. Write rows that belong to a new record as nested rows, or divide the unit.");
        }

        var misplaced = unit.Steps.TakeWhile(step => step.Nested is null || step.Kind == WriteKind.Create).Count();
        if (misplaced < unit.Steps.Count)
        {
            return Refuse(unit, "NestedRows", "Business Central takes nested rows only when their record is created. Write them as "
                + "steps of their own.") with { FailedStep = misplaced };
        }

        var tables = unit.Steps.Select(step => step.Table).Concat(unit.Steps.Select(step => step.Nested?.Table).OfType<BcTable>());
        return tables.FirstOrDefault(table => table.Root != unit.Root) is { } other
            ? Refuse(unit, "UnitAcrossApis", $"The tables {unit.Steps[0].Table.Schema.Name} and {other.Schema.Name} belong to different "
                + "APIs of Business Central, which carry out nothing together. Write them in units of their own.")
            : unit;
    }

    private static PlannedUnit Refuse(PlannedUnit unit, string code, string message) =>
        unit with { Obstacle = new EndpointFailure(FailureClass.Configuration, code, message) };

    private async Task<IReadOnlyList<PlannedUnit>> ReturnBorrowedAsync(List<PlannedUnit> units, CancellationToken cancellationToken)
    {
        var steps = units.SelectMany(unit => unit.Steps).Where(step => step is { Table.Borrowed.Count: > 0, Sent: not null });
        var returned = new Dictionary<PlannedStep, PlannedStep>(ReferenceEqualityComparer.Instance);
        foreach (var group in steps.GroupBy(step => step.Table.Schema.Name))
        {
            var given = group.ToList();
            var sent = await borrowed.ReturnAsync(given[0].Table, [.. given.Select(step => step.Sent!)], cancellationToken);
            for (var index = 0; index < given.Count; index++)
                returned[given[index]] = given[index] with { Sent = sent[index] };
        }

        return returned.Count == 0
            ? units
            : [.. units.Select(unit => unit with { Steps = [.. unit.Steps.Select(step => returned.GetValueOrDefault(step, step))] })];
    }
}
