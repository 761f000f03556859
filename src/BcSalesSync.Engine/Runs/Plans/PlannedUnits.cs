using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Runs.Plans;

/// <summary>
/// Sales with the units that a plan would make there; the latter only in memory. Products are planned by what their units hold, and Sales makes the
/// base unit of a new unit group by itself (spec/mappings.md 3.2).
/// </summary>
internal sealed class PlannedUnits(IEndpoint sales) : DelegatingEndpoint(sales)
{
    private const string Units = "uom";
    private const string UnitGroups = "uomschedule";
    private const string Group = "uomscheduleid";
    private readonly Dictionary<Guid, Record> planned = [];

    /// <summary>Takes what a plan creates as there, if it is a unit, or a unit group.</summary>
    /// <param name="table">Table of the record.</param>
    /// <param name="id">Id it is taken to have.</param>
    /// <param name="values">What it is created with.</param>
    public void Add(string table, Guid id, IReadOnlyList<PlannedValue> values)
    {
        var columns = values.ToDictionary(value => value.Field.Destination.Name, value => value.New);
        if (table == Units)
            Add(new Record { Id = id, Values = columns });
        else if (table == UnitGroups && columns.TryGetValue("baseuomname", out var name))
            Add(BaseUnit(id, name));
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Record>> ReadByIdAsync(
        string table, IReadOnlyList<string> columns, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var found = await Inner.ReadByIdAsync(table, columns, ids, cancellationToken).ConfigureAwait(false);
        return table == Units ? WithPlanned(found, ids.Select(id => planned.GetValueOrDefault(id)).OfType<Record>()) : found;
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Record>> ReadByValueAsync(
        string table, IReadOnlyList<string> columns, string column, IReadOnlyCollection<FieldValue> values, CancellationToken cancellationToken)
    {
        var found = await Inner.ReadByValueAsync(table, columns, column, values, cancellationToken).ConfigureAwait(false);
        return table == Units ? WithPlanned(found, planned.Values.Where(unit => values.Contains(unit[column]))) : found;
    }

    // What a plan takes for new may be there, made by an earlier run whose couplings are gone: then it is as Sales has it, and a group has the units
    // that it holds.
    private static IReadOnlyList<Record> WithPlanned(IReadOnlyList<Record> found, IEnumerable<Record> planned)
    {
        var known = found.Select(unit => unit.Id).Concat(found.Select(unit => unit[Group].AsId()).OfType<Guid>()).ToHashSet();
        return [.. found, .. planned.Where(unit => !known.Contains(unit.Id) && !(IsInvented(unit) && known.Contains(unit[Group].AsId()!.Value)))];
    }

    private static bool IsInvented(Record unit) => unit[Group].AsId() is { } group && unit.Id == DerivedId.For(group, Units, group);

    private static Record BaseUnit(Guid group, FieldValue name) => new()
    {
        Id = DerivedId.For(group, Units, group),
        Values = new Dictionary<string, FieldValue>
        {
            ["name"] = name,
            ["quantity"] = FieldValue.Number(1),
            ["isschedulebaseuom"] = FieldValue.Boolean(true),
            [Group] = FieldValue.Reference(UnitGroups, group),
        },
    };

    private void Add(Record unit) => planned[unit.Id] = unit;
}
