using BcSalesSync.Contracts;
using BcSalesSync.Engine.Applying;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Runs.Passes;

/// <summary>
/// A unit group that stands for one unit of measure has one unit, named like its code: the name follows when the code was changed, or when
/// another group was coupled (spec/mappings.md 3.2). Groups with several units are left alone; products that need them say so.
/// </summary>
internal sealed class BaseUnitNaming(RunContext run, PassDefinition pass)
{
    private const string Units = "uom";
    private const string UnitName = "name";
    private const string Group = "uomscheduleid";

    /// <summary>Renames the units of groups that were looked at.</summary>
    public async Task RunAsync(IReadOnlyList<AppliedAction> applied, CancellationToken cancellationToken)
    {
        if (pass is not { Direction: SyncDirection.ToSales, SourceTable: { Name: "unitsOfMeasure", NumberColumn: { } code }, DestinationTable.Name: "uomschedule" })
            return;
        var codes = applied.Where(IsSettled).ToDictionary(action => action.CounterpartId!.Value, action => action.Plan.Candidate.Source[code]);
        if (codes.Count == 0)
            return;
        var units = await run.Endpoints.Sales.ReadByValueAsync(
            Units,
            [UnitName, Group],
            Group,
            [.. codes.Keys.Select(id => FieldValue.Reference(pass.DestinationTable.Name, id))],
            cancellationToken).ConfigureAwait(false);
        var writes = units.GroupBy(unit => unit[Group].AsId())
            .Where(group => group.Count() == 1 && group.Key is { } id && codes.ContainsKey(id) && group.First()[UnitName] != codes[id])
            .Select(group => new RecordWrite
            {
                Kind = WriteKind.Update,
                Id = group.First().Id,
                Values = [new(UnitName, codes[group.Key!.Value])],
            }).ToArray();
        if (writes.Length > 0)
            await run.Endpoints.Sales.WriteAsync(Units, writes, cancellationToken).ConfigureAwait(false);
    }

    // A new group names its unit by itself.
    private static bool IsSettled(AppliedAction action) => action is
    {
        PlanAgain: false,
        Failure: null,
        CounterpartId: not null,
        Plan: { Failure: null, Action: SyncAction.Updated or SyncAction.Unchanged, Candidate.IsEcho: false },
    };
}
