using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Endpoints.OData;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Endpoints.BusinessCentral.Reading;

/// <summary>Reads a table page by page.</summary>
internal sealed class TableReader(BcApi api, BorrowedColumns borrowed)
{
    /// <summary>Reads the records that pass a filter, in the order the service likes best.</summary>
    public async IAsyncEnumerable<IReadOnlyList<Record>> ReadAsync(
        BcTable table, IReadOnlyList<string> columns, Filter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var text = FilterWriter.Write(filter, new BcFilterDialect(table));
        await foreach (var page in ReadPagesAsync(table, columns, text, orderBy: null, cancellationToken))
            yield return Keep(page.Rows, text.Remainder);
    }

    /// <summary>Reads pages as the service sends them; rows may still have to pass the filter's remainder.</summary>
    public async IAsyncEnumerable<ODataPage<Record>> ReadPagesAsync(
        BcTable table,
        IReadOnlyList<string> columns,
        FilterText filter,
        string? orderBy,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wanted = columns.Union(filter.Remainder?.Columns ?? [], StringComparer.Ordinal).ToList();
        var stored = BorrowedColumns.Stored(table, wanted);
        var reader = new RecordReader(table, stored);
        var query = new ODataQuery { Select = table.Select(stored), Filter = filter.Text, OrderBy = orderBy };
        Uri? address = new Uri(table.Root, query.Append(table.Path));
        while (address is not null)
        {
            var page = await api.GetPageAsync(address, reader.Read, cancellationToken);
            address = page.NextLink is { } next ? api.Follow(next) : null;
            yield return page with { Rows = await borrowed.FillAsync(table, wanted, page.Rows, cancellationToken) };
        }
    }

    /// <summary>Number of records that pass a filter; counted here where the service cannot evaluate all of it.</summary>
    public async Task<int> CountAsync(BcTable table, Filter filter, CancellationToken cancellationToken)
    {
        var text = FilterWriter.Write(filter, new BcFilterDialect(table));
        if (text.Remainder is not null)
        {
            var counted = 0;
            await foreach (var page in ReadPagesAsync(table, [], text, orderBy: null, cancellationToken))
                counted += Keep(page.Rows, text.Remainder).Count;
            return counted;
        }

        var address = new Uri(table.Root, new ODataQuery { Filter = text.Text }.Append(table.Path + "/$count"));
        using var response = await api.Client.SendOrThrowAsync(
            new WireRequest(HttpMethod.Get, address) { Headers = [new("Accept", "text/plain"), new("Accept-Language", "en-US")] }, cancellationToken);
        var number = Encoding.UTF8.GetString(response.Body.Span).Trim('\uFEFF', ' ', '\r', '\n');
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw BcApi.Unreadable(new FormatException("The answer is no number."));
    }

    public static IReadOnlyList<Record> Keep(IReadOnlyList<Record> rows, Filter? remainder) =>
        remainder is null ? rows : rows.Where(remainder.Matches).ToList();
}
