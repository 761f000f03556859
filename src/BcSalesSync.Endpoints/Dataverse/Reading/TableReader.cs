using System.Runtime.CompilerServices;
using BcSalesSync.Endpoints.Dataverse.Metadata;
using BcSalesSync.Endpoints.Dataverse.Transport;
using BcSalesSync.Endpoints.OData;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Endpoints.Dataverse.Reading;

/// <summary>Reads and counts rows by filter (spec/wire-dataverse.md 2.1).</summary>
internal sealed class TableReader(DataverseClient client, int pageSize)
{
    /// <summary>Reads page by page what passes a filter.</summary>
    internal async IAsyncEnumerable<IReadOnlyList<Record>> ReadAsync(
        TableDefinition table, IReadOnlyList<string> columns, Filter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var text = FilterWriter.Write(filter, new FilterDialect(table));
        var selection = Selection.Of(table, columns.Concat(text.Remainder?.Columns ?? []));
        var query = new ODataQuery { Select = selection.Names, Filter = text.Text };
        for (var address = query.Append(table.SetName); address is not null;)
        {
            var page = await ReadPageAsync(address, selection, cancellationToken);
            address = page.NextLink;
            yield return text.Remainder is { } rest ? [.. page.Records.Where(rest.Matches)] : page.Records;
        }
    }

    /// <summary>Reads one page at an address or link.</summary>
    internal async Task<RowPage> ReadPageAsync(string address, Selection selection, CancellationToken cancellationToken)
    {
        using var response = await client.GetAsync(address, Preference.Page(pageSize, selection.NeedsAnnotations), cancellationToken);
        return RowPage.Read(response.Body.Span, selection);
    }

    /// <summary>How many rows pass a filter, up to the service's own limit; where this side has to look itself, 1 for any.</summary>
    internal async Task<int> CountAsync(TableDefinition table, Filter filter, CancellationToken cancellationToken)
    {
        var text = FilterWriter.Write(filter, new FilterDialect(table));
        if (text.Remainder is not null)
        {
            await foreach (var page in ReadAsync(table, [], filter, cancellationToken))
            {
                if (page.Count > 0)
                    return 1;
            }

            return 0;
        }

        var selection = Selection.Of(table, []);
        var query = new ODataQuery { Select = [table.IdAttribute], Filter = text.Text, Count = true };

        // A page of one row instead of the first row alone, which would limit what is counted.
        using var response = await client.GetAsync(query.Append(table.SetName), Preference.Page(1, annotations: false), cancellationToken);
        var answer = RowPage.Read(response.Body.Span, selection);
        return (int)Math.Max(answer.Count ?? 0, answer.Records.Count);
    }
}
