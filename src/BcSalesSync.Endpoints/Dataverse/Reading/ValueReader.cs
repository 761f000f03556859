using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Dataverse.Errors;
using BcSalesSync.Endpoints.Dataverse.Metadata;
using BcSalesSync.Endpoints.Dataverse.Transport;
using BcSalesSync.Endpoints.OData;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Dataverse.Reading;

/// <summary>
/// Reads rows one of whose columns holds one of many values. A query lists a hundred of them, which the service takes, and ten queries
/// share a request, so that a thousand values cost one (spec/wire-dataverse.md 5.3).
/// </summary>
internal sealed class ValueReader(DataverseClient client, TableReader pages, int pageSize)
{
    private const int ValuesPerQuery = 100;
    private const int QueriesPerRequest = 10;

    /// <summary>Reads the rows.</summary>
    internal async Task<IReadOnlyList<Record>> ReadAsync(
        TableDefinition table,
        IReadOnlyList<string> columns,
        string column,
        IEnumerable<FieldValue> values,
        CancellationToken cancellationToken)
    {
        var selection = Selection.Of(table, columns);
        var found = new List<Record>();
        var open = new Queue<FieldValue[]>(values.Distinct().Chunk(ValuesPerQuery));
        while (open.Count > 0)
        {
            var lists = new List<FieldValue[]>(QueriesPerRequest);
            while (lists.Count < QueriesPerRequest && open.TryDequeue(out var list))
                lists.Add(list);
            foreach (var link in await ReadListsAsync(selection, column, lists, found, open, cancellationToken))
                await FollowAsync(link, selection, found, cancellationToken);
        }

        return found;
    }

    /// <summary>Reads several lists in one request; those the service finds too long go back in halves.</summary>
    /// <returns>Links to further pages.</returns>
    private async Task<IReadOnlyList<string>> ReadListsAsync(
        Selection selection,
        string column,
        List<FieldValue[]> lists,
        List<Record> found,
        Queue<FieldValue[]> open,
        CancellationToken cancellationToken)
    {
        var links = new List<string>();
        var addresses = lists.Select(list => AddressOf(selection, column, list)).ToList();
        using var answer = await client.GetManyAsync(addresses, Preference.Page(pageSize, selection.NeedsAnnotations), cancellationToken);
        for (var position = 0; position < lists.Count; position++)
        {
            var part = answer.Parts[position];
            if (part.Succeeded)
            {
                var page = RowPage.Read(part.Body.Span, selection);
                found.AddRange(page.Records);
                if (page.NextLink is { } link)
                    links.Add(link);
                continue;
            }

            var failure = DataverseClient.FailureOf(part);
            if (!failure.Is(ErrorCode.TooManyConditions, ErrorCode.TooManyJoins, ErrorCode.TooManyParameters) || lists[position].Length == 1)
                throw new EndpointException(SystemSide.Sales, failure);
            foreach (var half in lists[position].Chunk((lists[position].Length + 1) / 2))
                open.Enqueue(half);
        }

        return links;
    }

    private async Task FollowAsync(string link, Selection selection, List<Record> found, CancellationToken cancellationToken)
    {
        for (var next = link; next is not null;)
        {
            var page = await pages.ReadPageAsync(next, selection, cancellationToken);
            found.AddRange(page.Records);
            next = page.NextLink;
        }
    }

    private static string AddressOf(Selection selection, string column, FieldValue[] values) =>
        new ODataQuery { Select = selection.Names, Filter = ValueList.Filter(selection.Table, column, values) }
            .Append(selection.Table.SetName);
}
