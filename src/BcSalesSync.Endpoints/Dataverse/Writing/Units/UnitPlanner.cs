using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Dataverse.Metadata;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;

namespace BcSalesSync.Endpoints.Dataverse.Writing.Units;

/// <summary>Finds the tables of units, and which units cannot be sent at all.</summary>
internal sealed class UnitPlanner(MetadataCache metadata)
{
    /// <summary>Operations a batch takes (spec/wire-dataverse.md 3.2).</summary>
    internal const int MostOperations = 1000;

    /// <summary>Reads the tables that the units write to; those Sales does not offer are absent.</summary>
    internal async Task<IReadOnlyDictionary<string, UnitTable>> ReadTablesAsync(
        IEnumerable<WriteUnit> units, CancellationToken cancellationToken)
    {
        var tables = new Dictionary<string, UnitTable>(StringComparer.Ordinal);
        foreach (var steps in units.SelectMany(unit => unit.Steps).OfType<UnitWrite>().GroupBy(step => step.Table))
        {
            if (await metadata.FindTableAsync(steps.Key, cancellationToken) is not { } table)
                continue;
            var writes = steps.Select(step => step.Write).ToList();
            var setNames = await metadata.FindSetNamesAsync(LookupTargets.Of(writes, table), cancellationToken);
            tables[steps.Key] = new UnitTable(table, new RowWriter(table, setNames), RowOperation.AnswerFor(table, writes));
        }

        return tables;
    }

    /// <summary>The units that can be sent, with their positions; the others are settled.</summary>
    internal static List<PlannedUnit> Accept(UnitRun run, IReadOnlyList<WriteUnit> units, IReadOnlyDictionary<string, UnitTable> tables)
    {
        var accepted = new List<PlannedUnit>(units.Count);
        for (var position = 0; position < units.Count; position++)
        {
            var (steps, refusal) = Plan(units[position], tables);
            if (refusal is null)
                accepted.Add(new PlannedUnit(position, steps));
            else
                run.Settle(position, refusal);
        }

        return accepted;
    }

    /// <summary>The steps of a unit in order, or the outcome of one that cannot be sent.</summary>
    internal static (IReadOnlyList<PlannedStep> Steps, UnitOutcome? Refusal) Plan(
        WriteUnit unit, IReadOnlyDictionary<string, UnitTable> tables)
    {
        if (unit.Steps.Count > MostOperations)
        {
            return ([], Refused(null, "UnitTooLarge", $"A unit has {unit.Steps.Count} steps, and Sales carries out at most "
                + $"{MostOperations} together. Divide the unit."));
        }

        var steps = new List<PlannedStep>(unit.Steps.Count);
        foreach (var step in unit.Steps)
        {
            var (planned, refusal) = Plan(step, steps.Count, tables);
            if (refusal is not null)
                return ([], refusal);
            steps.Add(planned);
        }

        return (steps, null);
    }

    private static (PlannedStep Step, UnitOutcome? Refusal) Plan(
        UnitStep step, int position, IReadOnlyDictionary<string, UnitTable> tables)
    {
        if (step is UnitAction fulfilment && OrderFulfilment.Is(step) && tables.TryGetValue(step.Table, out var orders))
            return (new PlannedStep(orders, new RecordWrite { Kind = WriteKind.Update, Id = fulfilment.Id }, Fulfils: true), null);
        if (step is not UnitWrite write)
            return (default, Refused(position, "UnitAction", "Sales takes no actions in a unit. Change the state of the row instead."));
        if (write.Nested is not null)
            return (default, Refused(position, "NestedRows", "Sales takes no nested rows from here. Write them as steps of their own."));
        if (!tables.TryGetValue(step.Table, out var table))
            return (default, new UnitOutcome(WriteStatus.Refused, [], position, MetadataCache.Missing(step.Table)));
        try
        {
            table.Rows.Check(write.Write);
            return (new PlannedStep(table, write.Write), null);
        }
        catch (RefusedValueException problem)
        {
            return (default, new UnitOutcome(WriteStatus.Refused, [], position, OutcomeReader.OfValue(write.Write, problem).Failure));
        }
    }

    private static UnitOutcome Refused(int? step, string code, string message) =>
        new(WriteStatus.Refused, [], step, new EndpointFailure(FailureClass.Configuration, code, message));
}
