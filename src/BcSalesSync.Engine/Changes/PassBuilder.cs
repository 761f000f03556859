using BcSalesSync.Contracts;
using BcSalesSync.Engine.Changes.Translating.Orders;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Changes;

/// <summary>Makes a mapping ready to run in one direction against the tables as this connection offers them.</summary>
internal sealed class PassBuilder(EndpointPair endpoints, MappingSet mappings)
{
    private readonly OrderSetup orders = new(endpoints, mappings.Setup);

    /// <summary>The pass; an error instead when the mapping cannot run in this direction.</summary>
    /// <exception cref="SyncException">The connection lacks a table, or no field mapping is left.</exception>
    public async Task<PassDefinition> BuildAsync(TableMapping mapping, SyncDirection direction, CancellationToken cancellationToken)
    {
        var bc = await endpoints.BusinessCentral.GetSchemaAsync(mapping.BcTable, cancellationToken).ConfigureAwait(false);
        var sales = await endpoints.Sales.GetSchemaAsync(mapping.SalesTable, cancellationToken).ConfigureAwait(false);
        if (bc is null || sales is null)
            throw PassErrors.TableMissing(mapping, bc is null ? SystemSide.BusinessCentral : SystemSide.Sales);
        (bc, sales) = (mapping.Shape(SystemSide.BusinessCentral, bc), mapping.Shape(SystemSide.Sales, sales));
        var facts = await endpoints.BusinessCentral.GetFactsAsync(cancellationToken).ConfigureAwait(false);
        var company = (await endpoints.Sales.GetFactsAsync(cancellationToken).ConfigureAwait(false)).CompanyId;
        var offered = new OfferedTables(bc, sales, facts.Tier);
        var rows = EffectiveFields.Of(mapping, direction, mappings.Setup, offered);
        var reverse = EffectiveFields.Of(mapping, Opposite(direction), mappings.Setup, offered);
        var toSales = direction is SyncDirection.ToSales;
        var (source, destination) = toSales ? (bc, sales) : (sales, bc);
        var fields = rows.Select(row => ToField(row, reverse, direction, destination)).ToArray();
        if (!fields.Any(field => field.Row is { BuiltIn: false, Computed: null }))
            throw PassErrors.NoFields(mapping, direction);
        var sourceSide = toSales ? SystemSide.BusinessCentral : SystemSide.Sales;
        var setup = await orders.WriteInOfAsync(mapping, cancellationToken).ConfigureAwait(false);
        var filter = setup.FilterOn(mapping, sourceSide, company);
        var destinationFilter = setup.FilterOn(mapping, toSales ? SystemSide.Sales : SystemSide.BusinessCentral, company);
        var reverseColumns = reverse.Select(row => toSales ? row.BcField : row.SalesField).OfType<string>().Distinct().ToArray();
        var standIns = toSales ? fields.SelectMany(field => new[] { field.Row.WhenBlank, field.Row.ReferenceField }) : [];
        string[] beside = [.. fields.SelectMany(field => field.Row.Reads?.Split(',') ?? [])];
        var sourceColumns = fields.Select(field => field.Source).Concat(standIns).OfType<string>().Distinct().ToArray();
        var templates = PassTemplates.Of(mapping, direction, destination, company);
        var asked = templates.SelectMany(template => template.Filter.Columns);
        var settledHere = fields.Where(field => !field.Row.OnCreateOnly).Select(field => field.Source).OfType<string>();
        return new PassDefinition
        {
            Mapping = mapping.CreatesTowards is { } only && only != direction ? mapping with { NeverCreates = true } : mapping,
            Direction = direction,
            SourceTable = source,
            DestinationTable = destination,
            SourceFilter = filter,
            DestinationFilter = destinationFilter,
            Fields = fields,
            Templates = templates,
            ReverseOnlyColumns = [.. reverseColumns.Except(settledHere)],
            SourceColumns = Columns(source, [.. sourceColumns, .. reverseColumns, .. asked, .. beside], filter),
            DestinationColumns = Columns(
                destination, [.. fields.Select(field => field.Destination.Name), .. Locked(mapping, direction), .. beside], destinationFilter),
            HasParts = mappings.PartsOf(mapping) is not null,
            IsDestinationClosed = destination.IsSetUp && !mappings.Setup.OptionChanges,
        };
    }

    /// <summary>
    /// A pass to Sales over chosen rows, whether enabled or not, whose values are translated in order to be compared and never written.
    /// </summary>
    /// <exception cref="SyncException">The connection lacks a table.</exception>
    public async Task<PassDefinition> BuildComparisonAsync(
        TableMapping mapping, IReadOnlyList<FieldMapping> rows, CancellationToken cancellationToken)
    {
        var bc = await endpoints.BusinessCentral.GetSchemaAsync(mapping.BcTable, cancellationToken).ConfigureAwait(false)
            ?? throw PassErrors.TableMissing(mapping, SystemSide.BusinessCentral);
        var sales = await endpoints.Sales.GetSchemaAsync(mapping.SalesTable, cancellationToken).ConfigureAwait(false)
            ?? throw PassErrors.TableMissing(mapping, SystemSide.Sales);
        var company = (await endpoints.Sales.GetFactsAsync(cancellationToken).ConfigureAwait(false)).CompanyId;
        var fields = rows.Select(row => ToField(row, [], SyncDirection.ToSales, sales)).ToArray();
        var read = fields.SelectMany(field => new[] { field.Source, field.ReferredBy, field.Row.WhenBlank });
        var filter = mapping.FilterOn(SystemSide.BusinessCentral, company);
        var destinationFilter = mapping.FilterOn(SystemSide.Sales, company);
        return new PassDefinition
        {
            Mapping = mapping,
            Direction = SyncDirection.ToSales,
            SourceTable = bc,
            DestinationTable = sales,
            SourceFilter = filter,
            DestinationFilter = destinationFilter,
            Fields = fields,
            ReverseOnlyColumns = [],
            SourceColumns = Columns(bc, read.OfType<string>(), filter),
            DestinationColumns = Columns(sales, fields.Select(field => field.Destination.Name), destinationFilter),
        };
    }

    /// <summary>The other direction.</summary>
    public static SyncDirection Opposite(SyncDirection direction) =>
        direction is SyncDirection.ToSales ? SyncDirection.ToBusinessCentral : SyncDirection.ToSales;

    private static PassField ToField(
        FieldMapping row, IReadOnlyList<FieldMapping> reverse, SyncDirection direction, TableSchema destination)
    {
        var (source, target) = direction is SyncDirection.ToSales ? (row.BcField, row.SalesField) : (row.SalesField, row.BcField);
        var hasSource = row.Constant is null;
        var twoWay = row.InsteadOf is not null || (hasSource && (row.Computed is null || row.Direction is SyncDirection.Both)
            && reverse.Any(other => !other.OnCreateOnly && other.BcField == row.BcField && other.SalesField == row.SalesField));
        return new PassField(row, hasSource ? source : null, destination.Columns[target!], twoWay)
        {
            Transform = row.Transform?.In(row.Direction, direction),
            ReferredBy = direction is SyncDirection.ToSales ? row.ReferenceField ?? source : source,
        };
    }

    private static IEnumerable<string> Locked(TableMapping mapping, SyncDirection direction) =>
        direction is SyncDirection.ToSales && mapping.Lock is { } locked ? [locked.Column, .. locked.Open.Keys] : [];

    private static string[] Columns(TableSchema table, IEnumerable<string> mapped, Filter filter) =>
    [
        .. mapped.Concat(filter.Columns).Append(table.NumberColumn).Append(table.NameColumn)
            .OfType<string>().Where(table.Columns.ContainsKey).Distinct(),
    ];
}
