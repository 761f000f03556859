using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Engine.Couplings;

/// <summary>
/// Finds the records that selectors name, many at once. A name is exact first; the beginning of one, where the caller admits it, is
/// taken when it fits one record only.
/// </summary>
internal sealed class RecordResolver(EndpointPair endpoints, bool admitsBeginnings = false)
{
    private const int MostCandidates = 5;

    /// <summary>One answer for each selector, in order.</summary>
    public async Task<IReadOnlyList<Resolution>> ResolveAsync(
        SystemSide side, TableSchema table, IReadOnlyList<string> columns, IReadOnlyList<RecordSelector> selectors,
            CancellationToken cancellationToken)
    {
        var ids = selectors.Select(selector => IdOf(side, selector)).OfType<Guid>().Distinct().ToArray();
        var names = selectors.Where(selector => IdOf(side, selector) is null).Select(selector => NameOf(side, selector)).OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        var column = KeyColumn(side, table);
        var endpoint = endpoints.On(side);
        var byId = ids.Length == 0 ? [] : await endpoint.ReadByIdAsync(table.Name, columns, ids, cancellationToken).ConfigureAwait(false);
        var byName = names.Length == 0 || column is null ? [] : await endpoint
            .ReadByValueAsync(table.Name, columns, column, [.. names.Select(FieldValue.Text)], cancellationToken).ConfigureAwait(false);
        var idIndex = byId.ToDictionary(record => record.Id);
        var nameIndex = byName.ToLookup(record => record[column!].ToString(), StringComparer.OrdinalIgnoreCase);
        var answers = new List<Resolution>(selectors.Count);
        foreach (var selector in selectors)
        {
            answers.Add(IdOf(side, selector) is { } id
                ? idIndex.TryGetValue(id, out var record) ? new Resolution(record, null)
                    : new Resolution(null, ResolutionFailures.NoSuchId(side, table, id))
                : await ByNameAsync(side, table, columns, column, NameOf(side, selector), nameIndex, cancellationToken)
                    .ConfigureAwait(false));
        }

        return answers;
    }

    /// <summary>True when the selector names a record on the side.</summary>
    public static bool Names(SystemSide side, RecordSelector selector) => IdOf(side, selector) is not null
        || NameOf(side, selector) is not null;

    private static Guid? IdOf(SystemSide side, RecordSelector selector) => side is SystemSide.BusinessCentral ? selector.BcId
        : selector.SalesId;

    private static string? NameOf(SystemSide side, RecordSelector selector)
    {
        var name = side is SystemSide.BusinessCentral ? selector.BcNo : selector.SalesName;
        return string.IsNullOrWhiteSpace(name) ? null : name.Trim();
    }

    private static string? KeyColumn(SystemSide side, TableSchema table) => side is SystemSide.BusinessCentral ? table.NumberColumn
        : table.NameColumn;

    private async Task<Resolution> ByNameAsync(
        SystemSide side, TableSchema table, IReadOnlyList<string> columns, string? column, string? name, ILookup<string, Record> index,
            CancellationToken cancellationToken)
    {
        if (name is null || column is null)
            return new Resolution(null, ResolutionFailures.NotNamed(side));
        var found = index[name].ToArray();
        if (found.Length == 0 && admitsBeginnings && side is SystemSide.Sales)
            found = await BeginningWithAsync(side, table, columns, column, name, cancellationToken).ConfigureAwait(false);
        return found.Length switch
        {
            1 => new Resolution(found[0], null),
            0 => new Resolution(null, ResolutionFailures.NoSuchName(side, table, name)),
            _ => new Resolution(null,
                ResolutionFailures.Ambiguous(
                side, name, [.. found.Take(MostCandidates).Select(record => $"{record[column]} ({record.Id})")])),
        };
    }

    private async Task<Record[]> BeginningWithAsync(
        SystemSide side, TableSchema table, IReadOnlyList<string> columns, string column, string name, CancellationToken cancellationToken)
    {
        var filter = new Condition(column, FilterOperator.StartsWith, FieldValue.Text(name));
        await foreach (var page in endpoints.On(side).ReadAsync(table.Name, columns, filter, cancellationToken).ConfigureAwait(false))
            return [.. page];
        return [];
    }
}
