using BcSalesSync.Contracts;
using BcSalesSync.Engine.Changes.Translating.Products;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes.Translating.Orders;

/// <summary>
/// The unit of a line (spec/documents.md 2.3). Where units share their groups, that of Business Central goes to Sales and never back; where
/// items and resources have units of their own, both ways. What is written in has none.
/// </summary>
internal sealed class OrderLineUnit(
    EndpointPair endpoints, MappingSet mappings, ICouplingReader couplings, SharedUnits shared, OrderLineProducts products) : IComputation
{
    private const string Code = "unitOfMeasureCode";
    private const string Unit = "uomid";
    private static readonly (string Type, string Mapping, string Owner)[] Kinds =
        [("Item", "ITEM UOM", "itemNumber"), ("Resource", "RESOURCE UOM", "resourceNumber")];

    private readonly Dictionary<(string Type, string Owner, string Code), Guid> ids = [];
    private readonly Dictionary<(string Type, string Owner, string Code), Guid> uncoupled = [];
    private readonly Dictionary<Guid, string> codes = [];

    /// <inheritdoc/>
    public string Name => "OrderLineUnit";

    /// <inheritdoc/>
    public async Task LoadAsync(PassDefinition pass, IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken)
    {
        await products.LoadAsync(candidates, cancellationToken).ConfigureAwait(false);
        if (!mappings.Setup.UnitGroupMapping)
        {
            await shared.LoadAsync(candidates.Select(candidate => candidate.Source[Code].AsText()).OfType<string>(), cancellationToken)
                .ConfigureAwait(false);
            return;
        }

        foreach (var (type, name, owner) in Kinds)
        {
            if (mappings.Find(name) is not { } mapping)
                continue;
            if (pass.Source is SystemSide.Sales)
                await LoadCodesAsync(mapping, candidates, cancellationToken).ConfigureAwait(false);
            else
                await LoadIdsAsync(mapping, type, owner, candidates, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public Translation Compute(Candidate candidate)
    {
        var line = candidate.Source;
        if (products.IsWrittenIn(line))
            return Translation.LeaveAlone;
        if (line[Unit].AsId() is { } unit)
        {
            return codes.TryGetValue(unit, out var found) ? Translation.To(FieldValue.Text(found))
                : mappings.Setup.UnitGroupMapping ? Missing(line[Unit]) : Translation.LeaveAlone;
        }

        if (line[Code].AsText() is not { } code)
            return Translation.LeaveAlone;
        if (!mappings.Setup.UnitGroupMapping)
            return shared.Translate(Code, code);
        return ids.TryGetValue(Key(line), out var id)
            ? Translation.To(FieldValue.Reference("uom", id)) : NotCoupled(line);
    }

    private static (string Type, string Owner, string Code) Key(string type, string owner, string code) =>
        (type, owner.ToUpperInvariant(), code.ToUpperInvariant());

    private static (string Type, string Owner, string Code) Key(Record line) =>
        Key(line["lineType"].ToString(), line["lineObjectNumber"].ToString(), line[Code].ToString());

    private static Translation Missing(FieldValue unit) =>
        MissingReference.Of(Unit, unit, SystemSide.Sales, [.. Kinds.Select(kind => kind.Mapping)]);

    private Translation NotCoupled(Record line) => OrderLineFailures.UnitNotCoupled(
        line,
        Kinds.First(kind => kind.Type == line["lineType"].ToString()).Mapping,
        uncoupled.TryGetValue(Key(line), out var unit) ? unit : null);

    private async Task LoadCodesAsync(TableMapping mapping, IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken)
    {
        Guid[] units = [.. candidates.Select(candidate => candidate.Source[Unit].AsId()).OfType<Guid>().Distinct()];
        var coupled = units.Length == 0 ? []
            : await couplings.FindBySalesIdAsync(mapping.Family, units, cancellationToken).ConfigureAwait(false);
        if (coupled.Count == 0)
            return;
        var rows = (await endpoints.BusinessCentral.ReadByIdAsync(
            mapping.BcTable, ["code"], [.. coupled.Select(coupling => coupling.BcId)], cancellationToken).ConfigureAwait(false))
                .ToDictionary(row => row.Id, row => row["code"].ToString());
        foreach (var coupling in coupled)
        {
            if (rows.TryGetValue(coupling.BcId, out var code))
                codes[coupling.SalesId] = code;
        }
    }

    private async Task LoadIdsAsync(
        TableMapping mapping, string type, string owner, IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken)
    {
        FieldValue[] owners =
        [
            .. candidates.Where(candidate => candidate.Source["lineType"].AsText() == type)
                .Select(candidate => candidate.Source["lineObjectNumber"]).Distinct(),
        ];
        if (owners.Length == 0)
            return;
        var rows = await endpoints.BusinessCentral
            .ReadByValueAsync(mapping.BcTable, [owner, "code"], owner, owners, cancellationToken).ConfigureAwait(false);
        var coupled = (await couplings.FindByBcIdAsync(mapping.Family, [.. rows.Select(row => row.Id)], cancellationToken).ConfigureAwait(false))
            .ToDictionary(coupling => coupling.BcId);
        foreach (var row in rows)
        {
            var key = Key(type, row[owner].ToString(), row["code"].ToString());
            if (coupled.TryGetValue(row.Id, out var coupling))
                ids[key] = coupling.SalesId;
            else
                uncoupled[key] = row.Id;
        }
    }
}
