using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Engine.Runs;

/// <summary>Fills in what the conditions of default mappings leave to the set-up of Business Central (spec/mappings.md 1.1).</summary>
internal sealed class SetUpFacts(EndpointPair endpoints)
{
    private const string Table = "salesSetup";
    private const string Column = "defaultPriceListCode";
    private const string Placeholder = $"{{{MappingFilters.DefaultPriceList}}}";

    /// <summary>The mappings as they are to be stored.</summary>
    public async Task<IReadOnlyList<TableMapping>> FillAsync(IReadOnlyList<TableMapping> created, CancellationToken cancellationToken)
    {
        if (!created.Any(IsOpen))
            return created;
        var fact = await HasDefaultPriceListAsync(cancellationToken).ConfigureAwait(false) ? "true" : "false";
        return [.. created.Select(mapping => IsOpen(mapping)
            ? mapping with { BcFilter = mapping.BcFilter.Replace(Placeholder, fact, StringComparison.Ordinal) }
            : mapping)];
    }

    private static bool IsOpen(TableMapping mapping) => mapping.BcFilter.Contains(Placeholder, StringComparison.Ordinal);

    private async Task<bool> HasDefaultPriceListAsync(CancellationToken cancellationToken)
    {
        if (await endpoints.BusinessCentral.GetSchemaAsync(Table, cancellationToken).ConfigureAwait(false) is not { } table
            || !table.Columns.ContainsKey(Column))
            return false;
        var pages = endpoints.BusinessCentral.ReadAsync(Table, [Column], Filter.All, cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            if (page.Any(row => !row[Column].IsEmpty))
                return true;
        }

        return false;
    }
}
