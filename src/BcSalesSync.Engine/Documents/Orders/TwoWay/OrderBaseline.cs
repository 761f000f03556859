using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Notes;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents.Orders.TwoWay;

/// <summary>
/// Couples orders that travel both ways right after they were created, with their lines and with what both sides hold, so that the next edit of
/// either side is known for one. What Business Central filled in by itself counts as its edit, and so reaches Sales.
/// </summary>
internal sealed class OrderBaseline(RunContext run)
{
    private const string Product = "Item";
    private const string Service = "Resource";
    private const string SalesPrice = "priceperunit";
    private const string BcPrice = "unitPrice";
    private const string BcDiscount = "discountAmount";

    /// <summary>Saves the couplings of what is newly coupled.</summary>
    public async Task CoupleAsync(IReadOnlyList<DocumentPlan> plans)
    {
        var fresh = plans.Where(plan => plan is { IsNewlyCoupled: true, Coupling: not null }).ToArray();
        if (fresh.Length == 0)
            return;
        CouplingState[] couplings;
        try
        {
            couplings = await ReadAsync(fresh).ConfigureAwait(false);
        }
        catch (EndpointException problem)
        {
            // The orders exist: they are coupled whatever else is known of them.
            run.Observer.Verbose($"What the new orders hold could not be read, so that they are compared when they are synchronised. {problem.Message}");
            couplings = [.. fresh.Select(plan => plan.Coupling!)];
        }

        var now = run.Parts.Clock.GetUtcNow();
        couplings = [.. couplings.Select(coupling => coupling with { ToBusinessCentralResult = SyncOutcome.Success, LastSynchronized = now })];
        await run.State.CommitAsync(
            new StateChange
            {
                Couplings = couplings,
                NewlyCoupled = couplings,
                Pending = [.. fresh.Select(plan => NotesToCopy.Of(plan.Coupling!, now))],
                Now = now,
            },
            CancellationToken.None).ConfigureAwait(false);
    }

    private async Task<CouplingState[]> ReadAsync(DocumentPlan[] plans)
    {
        if (run.Mappings.Find(DocumentFamily.OrderMapping) is not { } mapping || run.Mappings.PartsOf(mapping) is not { } parts)
            return [.. plans.Select(plan => plan.Coupling!)];
        var orders = await SidesAsync(mapping, [.. plans.Select(plan => plan.Document.Id)], [.. plans.Select(plan => plan.Coupling!.BcId)], null)
            .ConfigureAwait(false);
        var lines = await SidesAsync(
            parts, [.. plans.SelectMany(plan => plan.Document.Lines).Select(line => line.Id)], [.. plans.Select(plan => plan.Coupling!.BcId)],
            parts.Parent).ConfigureAwait(false);
        return [.. plans.SelectMany(plan => CouplingsOf(plan, orders, lines))];
    }

    private static IEnumerable<CouplingState> CouplingsOf(DocumentPlan plan, Sides orders, Sides lines)
    {
        var coupling = plan.Coupling!;
        if (orders.Sales.GetValueOrDefault(coupling.SalesId) is not { } sales || orders.Bc.GetValueOrDefault(coupling.BcId) is not { } bc)
        {
            yield return coupling;
            yield break;
        }

        // An order that was edited since it was taken over, or that an earlier run created, may hold what Business Central has not.
        var isKnown = !plan.IsFound && sales.Version == plan.Document.Header.Version;
        yield return With(coupling, orders.Pass, sales, bc, isKnown);
        var made = lines.Bc.Values
            .Where(line => line["documentId"].AsId() == coupling.BcId && line["lineType"].AsText() is Product or Service)
            .OrderBy(line => line["sequence"].AsNumber()).ToArray();
        var sold = plan.Document.Lines;
        if (made.Length != sold.Count)
            yield break;
        foreach (var (line, own) in sold.Zip(made))
        {
            if (lines.Sales.GetValueOrDefault(line.Id) is not { } now)
                continue;
            var pair = new CouplingState
            {
                Mapping = lines.Pass.Mapping.Name,
                Family = lines.Pass.Mapping.Family,
                BcId = own.Id,
                SalesId = line.Id,
                BcNo = own["sequence"].ToString(),
                BcName = own["description"].AsText(),
                SalesName = line["productdescription"].AsText(),
            };
            yield return Untaxed(With(pair, lines.Pass, now, own, isKnown), now, own);
        }
    }

    private static CouplingState With(CouplingState coupling, PassDefinition pass, Record sales, Record bc, bool isKnown)
    {
        var (ofSales, ofBc) = (new Dictionary<string, FieldValue>(), new Dictionary<string, FieldValue>());
        foreach (var field in pass.Fields.Where(field => field is { TwoWay: true, Source: not null }))
        {
            var value = sales[field.Source!];
            if (value.IsEmpty || isKnown)
                ofSales[field.Source!] = value;
            ofBc[field.Destination.Name] = value.IsEmpty ? FieldValue.Empty : bc[field.Destination.Name];
        }

        if (pass.Mapping.Parent is { SalesField: { } own } parent)
            (ofSales[own], ofBc[parent.BcField]) = (sales[own], bc[parent.BcField]);
        return coupling with { Sales = new SideState { Values = ofSales }, Bc = new SideState { Values = ofBc } };
    }

    // Of a price that included tax Sales learns what Business Central made of it: from then on both have it without.
    private static CouplingState Untaxed(CouplingState coupling, Record sales, Record bc)
    {
        if (coupling.Bc is not { } side || FieldEquality.Same(sales[SalesPrice], bc[BcPrice]))
            return coupling;
        return coupling with
        {
            Bc = new SideState
            {
                Values = new Dictionary<string, FieldValue>(side.Values)
                {
                    [BcPrice] = FieldValue.Empty, [BcDiscount] = FieldValue.Empty,
                },
            },
        };
    }

    private async Task<Sides> SidesAsync(TableMapping mapping, Guid[] salesIds, Guid[] bcIds, MappingParent? parent)
    {
        var pass = await run.PassAsync(mapping, SyncDirection.ToBusinessCentral, CancellationToken.None).ConfigureAwait(false);
        string[] beside = [.. new[] { parent?.BcField, "lineType", "sequence", "description" }.OfType<string>().Where(pass.DestinationTable.Columns.ContainsKey)];
        string[] own = [.. new[] { parent?.SalesField }.OfType<string>()];
        string[] columns = [.. pass.DestinationColumns.Union(beside)];
        var sales = await run.Endpoints.Sales
            .ReadByIdAsync(pass.SourceTable.Name, [.. pass.SourceColumns.Union(own)], salesIds, CancellationToken.None).ConfigureAwait(false);
        var bc = parent is null
            ? await run.Endpoints.BusinessCentral.ReadByIdAsync(pass.DestinationTable.Name, columns, bcIds, CancellationToken.None).ConfigureAwait(false)
            : await run.Endpoints.BusinessCentral.ReadByValueAsync(
                pass.DestinationTable.Name, columns, parent.BcField, [.. bcIds.Select(id => FieldValue.Id(id))], CancellationToken.None).ConfigureAwait(false);
        return new Sides(pass, sales.ToDictionary(row => row.Id), bc.ToDictionary(row => row.Id));
    }

    private sealed record Sides(PassDefinition Pass, IReadOnlyDictionary<Guid, Record> Sales, IReadOnlyDictionary<Guid, Record> Bc);
}
