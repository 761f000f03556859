using BcSalesSync.Contracts;
using BcSalesSync.Engine.Applying;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Runs.Passes;

/// <summary>
/// A contact that was created becomes the primary contact of its customer, vendor or account if that has none, on the side it was created
/// on. What was filled counts as synchronised, so that it does not look like an edit (spec/mappings.md 3.3, scenario ENG-142).
/// </summary>
internal sealed class PrimaryContactFill(RunContext run, PassDefinition pass)
{
    private const string SalesParent = "parentcustomerid";
    private const string BcPrimary = "primaryContactNumber";
    private const string SalesPrimary = "primarycontactid";

    /// <summary>Fills the parents of contacts that were just created.</summary>
    public async Task RunAsync(IReadOnlyList<AppliedAction> created, CancellationToken cancellationToken)
    {
        if (pass.SourceTable.Name is not ("contact" or "contacts"))
            return;
        var open = created;
        foreach (var row in pass.Fields
            .Where(field => field is { Source: not null, Row: { SalesField: SalesParent, LookupMapping: not null } }))
        {
            var first = FirstOfParent(row.Source!, open);
            if (first.Count == 0 || run.Mappings.Find(row.Row.LookupMapping!) is not { Enabled: true } parents)
                continue;
            var couplings = await CoupledAsync(parents, first.Keys, cancellationToken).ConfigureAwait(false);
            var coupled = couplings.Select(coupling => coupling.IdOn(pass.Source)).ToHashSet();
            open = [.. open.Where(action => !coupled.Contains(ParentOf(row.Source!, action) ?? Guid.Empty))];
            await FillAsync(parents, [.. couplings.Where(HasNone)], first, cancellationToken).ConfigureAwait(false);
        }
    }

    private string Primary => pass.Destination is SystemSide.Sales ? SalesPrimary : BcPrimary;

    private static Guid? ParentOf(string column, AppliedAction action) => action.Plan.Candidate.Source[column].AsId();

    private static Dictionary<Guid, AppliedAction> FirstOfParent(string column, IReadOnlyList<AppliedAction> created)
    {
        var first = new Dictionary<Guid, AppliedAction>();
        foreach (var action in created)
        {
            if (ParentOf(column, action) is { } parent)
                first.TryAdd(parent, action);
        }

        return first;
    }

    private Task<IReadOnlyList<CouplingState>> CoupledAsync(
        TableMapping parents, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        run.State.Couplings.FindByIdAsync(pass.Source, parents.Family, ids, cancellationToken);

    // Blank on both sides when last synchronised; a parent whose own primary contact still waits to be coupled is left to that.
    private static bool HasNone(CouplingState coupling) =>
        coupling is { Skipped: false } && IsBlank(coupling.Bc, BcPrimary) && IsBlank(coupling.Sales, SalesPrimary);

    private static bool IsBlank(SideState? side, string column) => side is not null && side.Values.TryGetValue(column, out var value)
        && value.IsEmpty;

    private bool MayFill(TableMapping parents) => parents.Fields.Any(
        field => field is { Enabled: true, BcField: BcPrimary, SalesField: SalesPrimary } && field.Direction.Includes(pass.Direction));

    private async Task FillAsync(
        TableMapping mapping, IReadOnlyList<CouplingState> couplings, Dictionary<Guid, AppliedAction> first,
            CancellationToken cancellationToken)
    {
        if (couplings.Count == 0 || !MayFill(mapping))
            return;
        var table = pass.Destination is SystemSide.Sales ? mapping.SalesTable : mapping.BcTable;
        var endpoint = run.Endpoints.On(pass.Destination);
        if (await endpoint.GetSchemaAsync(table, cancellationToken).ConfigureAwait(false) is not { } schema
            || !schema.Columns.ContainsKey(Primary))
            return;
        var parents = await endpoint.ReadByIdAsync(
            table, [Primary], [.. couplings.Select(coupling => coupling.IdOn(pass.Destination))], cancellationToken).ConfigureAwait(false);
        var empty = parents.Where(parent => parent[Primary].IsEmpty).ToDictionary(parent => parent.Id);
        var filling = couplings.Where(coupling => empty.ContainsKey(coupling.IdOn(pass.Destination)))
            .Select(coupling => (Coupling: coupling, Value: Reference(first[coupling.IdOn(pass.Source)])))
                .Where(pair => !pair.Value.IsEmpty).ToArray();
        if (filling.Length == 0)
            return;
        var writes = filling.Select(pair => new RecordWrite
        {
            Kind = WriteKind.Update,
            Id = pair.Coupling.IdOn(pass.Destination),
            Values = [new(Primary, pair.Value)],
            IfMatch = empty[pair.Coupling.IdOn(pass.Destination)].ETag,
        }).ToArray();
        var outcomes = await endpoint.WriteAsync(table, writes, cancellationToken).ConfigureAwait(false);
        var done = filling.Zip(outcomes).Where(pair => pair.Second.Status is WriteStatus.Done)
            .Select(pair =>
                Remember(pair.First.Coupling, pair.First.Value, empty[pair.First.Coupling.IdOn(pass.Destination)], pair.Second.Record))
                .ToArray();
        var now = run.Parts.Clock.GetUtcNow();
        await run.State
            .SaveAsync(overtaken => new StateChange { Couplings = [.. done.Without(overtaken)], Now = now }, CancellationToken.None)
                .ConfigureAwait(false);
    }

    private FieldValue Reference(AppliedAction action) => pass.Destination is SystemSide.Sales
        ? FieldValue.Reference(pass.DestinationTable.Name, action.CounterpartId ?? Guid.Empty)
        : action.Answer?[pass.DestinationTable.NumberColumn ?? string.Empty] ?? FieldValue.Empty;

    private CouplingState Remember(CouplingState coupling, FieldValue value, Record before, Record? after)
    {
        var side = coupling.On(pass.Destination)!;
        var filled = side with
        {
            Version = before.Version == side.Version ? after?.Version ?? side.Version : side.Version,
            Values = new Dictionary<string, FieldValue>(side.Values) { [Primary] = value },
        };
        return pass.Destination is SystemSide.Sales ? coupling with { Sales = filled } : coupling with { Bc = filled };
    }
}
