using BcSalesSync.Endpoints.BusinessCentral.Batches;
using BcSalesSync.Endpoints.OData;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.BusinessCentral.Reading;

/// <summary>
/// Reads records one of whose columns equals one of many values: some fifty values a request, up to a hundred such requests a batch
/// (spec/wire-bc.md 3.1, 3.4).
/// </summary>
internal sealed class ChunkReader(BcApi api, BatchRunner batches)
{
    private const int ValuesPerRequest = 50;
    private const int CharactersPerRequest = 5000;
    private const int RequestsPerBatch = 100;

    /// <summary>Reads the records that satisfy any of the conditions; all of them ask for the same column.</summary>
    public async Task<IReadOnlyList<Record>> ReadAsync(
        BcTable table, IReadOnlyList<string> columns, IEnumerable<string> conditions, CancellationToken cancellationToken)
    {
        var reader = new RecordReader(table, columns);
        var select = table.Select(columns);
        var addresses = Group(conditions).Select(filter => new ODataQuery { Select = select, Filter = filter }.Append(table.Path)).ToList();
        var records = new List<Record>();
        if (addresses.Count == 1)
            await FollowAsync(new Uri(table.Root, addresses[0]), reader, records, cancellationToken);
        else if (addresses.Count > 1)
            await ReadBatchesAsync(table, addresses, reader, records, cancellationToken);
        return records;
    }

    private async Task ReadBatchesAsync(
        BcTable table, List<string> addresses, RecordReader reader, List<Record> records, CancellationToken cancellationToken)
    {
        foreach (var part in addresses.Chunk(RequestsPerBatch))
        {
            var links = new List<string>();
            EndpointFailure? refusal = null;
            var skipped = await batches.RunAsync(
                table.Root, [.. part.Select(url => new BatchOperation("GET", url))], isRead: true, Settle, cancellationToken);
            if ((refusal ?? skipped.Values.FirstOrDefault()) is { } failure)
                throw new EndpointException(Contracts.SystemSide.BusinessCentral, failure);
            foreach (var link in links)
                await FollowAsync(api.Follow(link), reader, records, cancellationToken);

            void Settle(BatchEntry entry)
            {
                if (entry.Status is < 200 or >= 300)
                {
                    refusal = batches.FailureOf(entry);
                    return;
                }

                var page = ReadPage(entry, reader);
                records.AddRange(page.Rows);
                if (page.NextLink is { } next)
                    links.Add(next);
            }
        }
    }

    private static ODataPage<Record> ReadPage(BatchEntry entry, RecordReader reader)
    {
        try
        {
            return ODataPageReader.Read(entry.Body.Span, reader.Read);
        }
        catch (Exception error) when (BcApi.IsUnreadable(error))
        {
            throw BcApi.Unreadable(error);
        }
    }

    private async Task FollowAsync(Uri first, RecordReader reader, List<Record> records, CancellationToken cancellationToken)
    {
        for (Uri? address = first; address is not null;)
        {
            var page = await api.GetPageAsync(address, reader.Read, cancellationToken);
            records.AddRange(page.Rows);
            address = page.NextLink is { } next ? api.Follow(next) : null;
        }
    }

    private static IEnumerable<string> Group(IEnumerable<string> conditions)
    {
        var group = new List<string>();
        var characters = 0;
        foreach (var condition in conditions)
        {
            var length = Uri.EscapeDataString(condition).Length + 8;
            if (group.Count == ValuesPerRequest || (group.Count > 0 && characters + length > CharactersPerRequest))
            {
                yield return string.Join(" or ", group);
                group.Clear();
                characters = 0;
            }

            group.Add(condition);
            characters += length;
        }

        if (group.Count > 0)
            yield return string.Join(" or ", group);
    }
}
