using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Dataverse.Metadata;
using BcSalesSync.Endpoints.Dataverse.Transport;
using BcSalesSync.Endpoints.OData;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Endpoints.Dataverse.Reading;

/// <summary>Reads rows by filter, by id and by value, in as few requests as the service allows (spec/wire-dataverse.md 2.1, 5.3).</summary>
internal sealed class TableReader(DataverseClient client, int pageSize)
{
    private const int ValuesPerQuery = 100;
    private const int QueriesPerRequest = 10;

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

    /// <summary>Reads the rows one of whose columns holds one of the values.</summary>
    internal async Task<IReadOnlyList<Record>> ReadByValueAsync(
        TableDefinition table,
        IReadOnlyList<string> columns,
        string column,
        IEnumerable<FieldValue> values,
        CancellationToken cancellationToken)
    {
        var selection = Selection.Of(table, columns);
        var addresses = values.Distinct().Chunk(ValuesPerQuery).Select(chunk =>
            new ODataQuery { Select = selection.Names, Filter = ValueList.Filter(table, column, chunk) }.Append(table.SetName));
        var found = new List<Record>();
        foreach (var group in addresses.Chunk(QueriesPerRequest))
            found.AddRange(await ReadGroupAsync(group, selection, cancellationToken));
        return found;
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
        var query = new ODataQuery { Select = [table.IdAttribute], Filter = text.Text, Top = 1, Count = true };
        using var response = await client.GetAsync(query.Append(table.SetName), null, cancellationToken);
        var answer = RowPage.Read(response.Body.Span, selection);
        return (int)Math.Max(answer.Count ?? 0, answer.Records.Count);
    }

    private async Task<List<Record>> ReadGroupAsync(string[] addresses, Selection selection, CancellationToken cancellationToken)
    {
        var found = new List<Record>();
        var further = new List<string>();
        var prefer = Preference.Page(pageSize, selection.NeedsAnnotations);
        using (var answer = await client.GetManyAsync(addresses, prefer, cancellationToken))
        {
            foreach (var part in answer.Parts)
            {
                if (!part.Succeeded)
                    throw new EndpointException(SystemSide.Sales, DataverseClient.FailureOf(part));
                var page = RowPage.Read(part.Body.Span, selection);
                found.AddRange(page.Records);
                if (page.NextLink is { } link)
                    further.Add(link);
            }
        }

        foreach (var start in further)
        {
            for (var link = start; link is not null;)
            {
                var page = await ReadPageAsync(link, selection, cancellationToken);
                found.AddRange(page.Records);
                link = page.NextLink;
            }
        }

        return found;
    }
}
