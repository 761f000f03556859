using BcSalesSync.Contracts;
using BcSalesSync.Engine.Changes.Translating.Orders;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Merging;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Runs.Passes.Parts;

/// <summary>
/// What a document of Business Central needs once its lines are planned: the discount of the whole, the line with the freight, and whether it
/// is released again (spec/documents.md 1.10, 1.11, 2.4).
/// </summary>
/// <param name="endpoints">The two systems.</param>
/// <param name="mappings">The mappings.</param>
/// <param name="couplings">The couplings.</param>
/// <param name="owners">The pass of the documents.</param>
internal sealed class DocumentFinish(EndpointPair endpoints, MappingSet mappings, ICouplingReader couplings, PassDefinition owners)
{
    private const string Freight = "freightamount";
    private const string Account = "G/L Account";
    private const string Wording = "Freight";
    private readonly OrderSetup setup = new(endpoints, mappings.Setup);
    private readonly PriceListCompletion prices = new(endpoints);
    private readonly LineComments comments = new(endpoints, mappings, couplings);
    private string? freightAccount;
    private Guid company;

    private bool Concerns => owners is { Destination: SystemSide.BusinessCentral, Mapping.BcLock: not null };

    /// <summary>Loads what the plans need.</summary>
    public async Task LoadAsync(IReadOnlyDictionary<PlannedAction, PartsPlan> plans, CancellationToken cancellationToken)
    {
        company = (await endpoints.BusinessCentral.GetFactsAsync(cancellationToken).ConfigureAwait(false)).CompanyId ?? Guid.Empty;
        if (owners.Destination is SystemSide.Sales)
            await prices.LoadAsync(plans.Values, cancellationToken).ConfigureAwait(false);
        if (!Concerns)
            return;
        await comments.LoadAsync(plans.Values, cancellationToken).ConfigureAwait(false);
        if (plans.Any(pair => pair.Key.Candidate.Source[Freight].AsNumber() > 0 || pair.Value.Held.Any(IsOfAccount)))
            freightAccount = await setup.FreightAccountAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The parts with what comes after them, or why that cannot be.</summary>
    public (PartsPlan Plan, PlanFailure? Failure) Complete(PlannedAction owner, PartsPlan plan, ITranslator translator)
    {
        if (owners.Destination is SystemSide.Sales)
            return (plan with { Loose = prices.Of(owner, plan) }, null);
        if (!Concerns || owner.Candidate.Counterpart is not { } document)
            return (plan, null);
        var (freight, failure) = FreightOf(owner.Candidate.Source, document, plan);
        if (failure is not null)
            return (plan, failure);
        var commented = comments.AddTo(plan, document.Id, company);
        var loose = commented with { Loose = freight is null ? commented.Loose : [.. commented.Loose, freight] };
        return (loose with { Last = LastOf(owner, loose, document, translator), StaysOpen = plan.Held.Any(IsAwaited) }, null);
    }

    // A prepayment that is not invoiced yet.
    private static bool IsAwaited(Record line) =>
        line["prepaymentAmount"].AsNumber() is { } due and not 0 && due != (line["prepmtAmtInv"].AsNumber() ?? 0);

    private (LoosePart? Part, PlanFailure? Failure) FreightOf(Record order, Record document, PartsPlan plan)
    {
        var (lines, table) = (plan.Held, plan.Pass.DestinationTable.Name);
        var amount = order[Freight].AsNumber() ?? 0;
        if (amount <= 0 || lines.Count == 0)
            return (lines.Where(IsDropped).Select(line => new LoosePart(table, line.Id, [new("unitPrice", FieldValue.Number(0))]) { Held = line })
                .FirstOrDefault(), null);
        if (freightAccount is not { } account)
            return (null, OrderLineFailures.NoFreightAccount(order));
        var own = lines.Where(IsOfFreight).ToArray();
        if (own.Any(line => line["unitPrice"].AsNumber() == PriceOf(line)))
            return (null, null);
        return (own.FirstOrDefault(line => line["shippedQuantity"].AsNumber() is null or 0) is { } open
            ? new LoosePart(table, open.Id, [new("unitPrice", FieldValue.Number(PriceOf(open)))]) { Held = open }
            : new LoosePart(
                table,
                FreeId(order.Id, plan),
                [
                    new(plan.Pass.Mapping.Parent!.BcField, FieldValue.Id(document.Id)), new("lineType", FieldValue.Text(Account)), new("lineObjectNumber", FieldValue.Text(account)),
                    new("quantity", FieldValue.Number(1)), new("unitPrice", FieldValue.Number(amount)), new("description", FieldValue.Text(Wording)),
                ]), null);

        // Freight of Sales is without tax. A new line tells whether its price includes tax, and how much, only once it is there.
        decimal PriceOf(Record line) => line["quantity"].AsNumber() is { } quantity and not 0 ? OrderLinePrice.For(line, amount, quantity) : amount;
    }

    /// <summary>
    /// Totals of the document that Sales works out anew when lines are written, and that therefore are given again although they stay.
    /// </summary>
    public IEnumerable<PlannedValue> WorkedOutAnew(PlannedAction owner, PartsPlan plan, ITranslator translator)
    {
        if (owners.Destination is not SystemSide.Sales || !plan.Writes || (owner.Candidate.Counterpart ?? owner.Candidate.Match) is not { } row)
            return [];
        return owners.Fields
            .Where(field => field is { Destination.CanCreate: false, Row.BuiltIn: false } && owner.Values.All(value => value.Field != field))
            .Select(field => new PlannedValue(field, row[field.Destination.Name], translator.Translate(field, owner.Candidate).Value))
            .Where(value => !value.New.IsEmpty);
    }

    private static bool IsOfAccount(Record line) => line["lineType"].AsText() is Account;

    private bool IsOfFreight(Record line) => IsOfAccount(line)
        && string.Equals(line["lineObjectNumber"].AsText(), freightAccount, StringComparison.OrdinalIgnoreCase);

    // A line with the freight that Sales does not charge any more; one that somebody worded otherwise is somebody's own.
    private bool IsDropped(Record line) => freightAccount is not null && IsOfFreight(line) && line["description"].AsText() is Wording
        && line["unitPrice"].AsNumber() is not (null or 0) && line["shippedQuantity"].AsNumber() is (null or 0);

    // An earlier line of freight that was shipped keeps the id that the first one gets.
    private Guid FreeId(Guid order, PartsPlan plan)
    {
        var taken = plan.Held.Select(line => line.Id).ToHashSet();
        return Enumerable.Range(0, taken.Count + 1)
            .Select(attempt => DerivedId.For(company, plan.Pass.DestinationTable.Name, order, attempt))
            .First(id => !taken.Contains(id));
    }

    // Lines that are written spread the discount anew. One that somebody changed in Business Central stands until Sales has it.
    private FieldValue? LastOf(PlannedAction owner, PartsPlan plan, Record document, ITranslator translator)
    {
        if (owners.Mapping.BcLock!.Last is not { } column || owners.Fields.FirstOrDefault(field => field.Destination.Name == column) is not { } field)
            return null;
        if (owner.Values.FirstOrDefault(value => value.Field == field) is { } planned)
            return planned.New;
        var current = document[column];
        var wanted = ThreeWayMerge.Changed(column, current, owner.Candidate.Coupling?.Bc) ? current : translator.Translate(field, owner.Candidate).Value;
        return (plan.Writes && !FieldEquality.Same(wanted, FieldValue.Empty)) || !FieldEquality.Same(wanted, current) ? wanted : null;
    }
}
