using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Runs;
using BcSalesSync.Engine.Runs.Passes.Parts;

namespace BcSalesSync.Engine.Documents.Orders.TwoWay;

/// <summary>
/// Plans what the last versions of orders that left Business Central mean for Sales: quantities and amounts of the lines, those that were added
/// or removed last, the totals and the state (spec/documents.md 2.6). Lines are told by the number that Business Central gave them.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="orders">The pass of orders towards Sales.</param>
/// <param name="lines">The pass of their lines.</param>
internal sealed class ArchivePlanner(RunContext run, PassDefinition orders, PassDefinition lines)
{
    private const string LineNumber = "bcbi_businesscentrallinenumber";
    private static readonly string[] HeaderColumns =
        ["statecode", "statuscode", "datefulfilled", "discountamount", "totalamountlessfreight", "totalamount"];

    private static readonly string[] MovedColumns = ["quantity", "quantityshipped", "priceperunit", "manualdiscountamount", "tax", "baseamount", "extendedamount"];
    private static readonly string[] NewColumns =
        [.. MovedColumns, "productid", "producttypecode", "uomid", "ispriceoverridden", "productdescription", "isproductoverridden", LineNumber];

    private static readonly PlanPolicy ArchiveWins = new(MayCreate: true, SourceWins: true);
    private readonly PassDefinition header = Only(orders, HeaderColumns) with
    {
        // The order was within the filter when it was coupled; the archive does not have every column that a filter may name.
        Mapping = orders.Mapping with { OnlyWithinFilter = false, Lock = orders.Mapping.Lock! with { Writable = [1, 3] } },
    };

    private readonly PassDefinition moved = Only(lines, MovedColumns);
    private readonly PassDefinition added = Only(lines, NewColumns);

    /// <summary>The pass under which plans are carried out.</summary>
    public PassDefinition Pass => header;

    /// <summary>Plans orders, in their order.</summary>
    public async Task<IReadOnlyList<ArchivePlan>> PlanAsync(
        IReadOnlyList<(CouplingState Mark, Record Order, ArchivedOrder Archive)> archived, CancellationToken cancellationToken)
    {
        var details = await new PartReader(run.Endpoints, lines)
            .ReadAsync(SystemSide.Sales, [.. archived.Select(order => order.Order.Id)], cancellationToken).ConfigureAwait(false);
        Candidate[] candidates =
        [
            .. archived.Select(order => new Candidate { Source = order.Archive.Header, Coupling = order.Mark, Counterpart = order.Order }),
        ];
        var sold = archived.SelectMany(order => order.Archive.Lines).Select(line => new Candidate { Source = line }).ToArray();
        var translator = await run.Translators.LoadAsync(header, candidates, cancellationToken).ConfigureAwait(false);
        var ofMoved = await run.Translators.LoadAsync(moved, sold, cancellationToken).ConfigureAwait(false);
        var ofAdded = await run.Translators.LoadAsync(added, sold, cancellationToken).ConfigureAwait(false);
        return [.. archived.Zip(candidates, (order, candidate) =>
        {
            var plan = Planner.Plan(header, candidate, ArchiveWins, translator);
            return plan is { Failure: null, Ignored: false, Action: SyncAction.Updated or SyncAction.Unchanged }
                ? Join(plan, PartsOf(order.Archive, [.. details[order.Order.Id]], ofMoved, ofAdded)) : new ArchivePlan(plan, []);
        })];
    }

    private static PassDefinition Only(PassDefinition pass, string[] columns) =>
        pass with { Fields = [.. pass.Fields.Where(field => columns.Contains(field.Destination.Name))] };

    // Lines that sell what is not coupled are left out, as the order is gone and nobody can mend it any more; other trouble keeps it
    // waiting.
    private static ArchivePlan Join(PlannedAction order, PartsPlan plan)
    {
        var missing = plan.Actions.Where(line => line.Failure?.Class is FailureClass.DependencyMissing).ToArray();
        PlannedAction[] others = [.. plan.Actions.Except(missing)];
        string[] leftOut = [.. missing.Select(NameOf)];
        return others.FirstOrDefault(line => line.Failure is not null) is { Failure: { } failure } failed
            ? new ArchivePlan(Planner.Fail(order.Candidate, failure with { Message = $"Line {NameOf(failed)}: {failure.Message}" }),
                leftOut)
            : new ArchivePlan(order with { Parts = plan with { Actions = others } }, leftOut);
    }

    private static string NameOf(PlannedAction line)
    {
        var source = line.Candidate.Source;
        return $"{source["sequence"]} ({source["lineType"]} {source["lineObjectNumber"]})";
    }

    private PartsPlan PartsOf(ArchivedOrder archive, IReadOnlyList<Record> details, ITranslator ofMoved, ITranslator ofAdded)
    {
        var byNumber = details.Where(detail => !detail[LineNumber].IsEmpty).GroupBy(detail => detail[LineNumber].AsNumber())
            .ToDictionary(group => group.Key!.Value, group => group.First());
        var kept = archive.Lines.Where(lines.SourceFilter.Matches).ToArray();
        var matched = kept.Where(line => byNumber.TryGetValue(line["sequence"].AsNumber() ?? 0, out var detail) && SellsTheSame(line, detail, ofAdded))
            .ToDictionary(line => line, line => byNumber[line["sequence"].AsNumber() ?? 0]);
        var actions = kept.Select(line => matched.TryGetValue(line, out var detail)
            ? Planner.Plan(moved, new Candidate { Source = line, Match = detail }, ArchiveWins, ofMoved)
            : Planner.Plan(added, new Candidate { Source = line }, ArchiveWins, ofAdded));
        return new PartsPlan(lines, [.. actions])
        {
            Held = details,
            Gone = [.. byNumber.Values.Except(matched.Values).Select(CouplingOf)],
        };
    }

    // Business Central gives the number of a last line that was deleted to the next one.
    private bool SellsTheSame(Record line, Record detail, ITranslator translator) =>
        added.Fields.FirstOrDefault(field => field.Destination.Name == "productid") is not { } field
        || (translator.Translate(field, new Candidate { Source = line }) is var product
            && (product.Failure is not null || FieldEquality.Same(product.Value, detail["productid"])));

    // Names the line that goes; its own coupling went when the order did.
    private CouplingState CouplingOf(Record detail) => new()
    {
        Mapping = lines.Mapping.Name, Family = lines.Mapping.Family, BcId = Guid.Empty, SalesId = detail.Id,
    };
}
