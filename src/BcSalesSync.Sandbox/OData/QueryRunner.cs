using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.OData;

// Runs a query over a table: through an index whenever one can serve, and a later page by seeking its first key.
internal static class QueryRunner
{
    // Up to this many candidates are sorted afresh for each page; more are read in the order of an index.
    private const int SortLimit = 5000;

    public static QueryPage Run(TableData data, EntityQuery query, int pageSize, Continuation? after = null)
    {
        var order = RowOrder.Of(query);
        var matching = Ordered(data, query, order, after).Where(row => Matches(query, row)).Skip(query.Skip);
        var limit = query.Top is { } top ? Math.Min(top, pageSize) : pageSize;
        var rows = matching.Take(limit == int.MaxValue ? limit : limit + 1).ToList();
        var more = rows.Count > limit;
        if (more)
        {
            rows.RemoveAt(limit);
        }

        var next = more && query.Top is null ? order.After(rows[^1]) : null;
        return new QueryPage(rows, next, query.Count ? Count(data, query) : null);
    }

    public static int Count(TableData data, EntityQuery query)
    {
        var rows = Narrowed(data, query) ?? data.Rows;
        return query.Filter is null && query.Set.Shows is null ? data.Count : rows.Count(row => Matches(query, row));
    }

    // Every matching row, in the query's order.
    public static IEnumerable<Row> All(IEnumerable<Row> rows, EntityQuery query) =>
        rows.Where(row => Matches(query, row)).OrderBy(row => row, RowOrder.Of(query)).Skip(query.Skip).Take(query.Top ?? int.MaxValue);

    private static bool Matches(EntityQuery query, Row row) =>
        (query.Set.Shows is null || query.Set.Shows(row)) && (query.Filter is null || query.Filter(row));

    private static IEnumerable<Row> Ordered(TableData data, EntityQuery query, RowOrder order, Continuation? after)
    {
        var terms = RowOrder.TermsOf(query);
        var indexed = IsIndexOrder(data, terms) ? terms[0].Property.Column : null;
        var sameColumn = query.Bounds.FirstOrDefault(bound => bound.Column == indexed && bound.Values is null);
        if (indexed is not null && (sameColumn is not null || Narrowed(data, query) is null))
        {
            return InIndexOrder(data, indexed, terms[0].Descending, sameColumn, after);
        }

        var candidates = Narrowed(data, query) ?? data.Rows;
        return candidates.Where(row => after is null || order.Compare(row, after) > 0).OrderBy(row => row, order);
    }

    // An index is in the order of its column, then of the ids.
    private static bool IsIndexOrder(TableData data, IReadOnlyList<OrderTerm> terms) =>
        terms.Count == 1
        || (terms.Count == 2 && terms[1].Property.Column == data.Table.Stamps.Id && terms[1].Descending == terms[0].Descending);

    private static IEnumerable<Row> InIndexOrder(TableData data, Column column, bool descending, Bound? bound, Continuation? after)
    {
        IndexEntry? low = bound?.Low is { } least ? new IndexEntry(least, Guid.Empty) : null;
        IndexEntry? high = bound?.High is { } most ? new IndexEntry(most, RowIndex.LastId) : null;
        if (after is null)
        {
            return data.Index(column).Between(low, high, descending);
        }

        var seek = new IndexEntry(after.Values[0], after.Id);
        var rows = descending ? data.Index(column).Between(low, seek, descending: true) : data.Index(column).Between(seek, high);
        var values = new ValueComparer(data.Table.TextComparer);
        return rows.SkipWhile(row => row.Id == after.Id && values.Compare(row[column], after.Values[0]) == 0);
    }

    // The rows the most useful bound leaves over; null when there is none or it leaves too many to sort. Columns with few values
    // are not worth an index.
    private static IEnumerable<Row>? Narrowed(TableData data, EntityQuery query)
    {
        foreach (var exact in query.Bounds.Where(bound => bound.Values is not null))
        {
            if (exact.Column == data.Table.Stamps.Id)
            {
                return exact.Values!.Distinct().OfType<Guid>().Select(data.Find).OfType<Row>();
            }

            if (exact.Column.Type is ColumnType.Choice or ColumnType.Option or ColumnType.Boolean)
            {
                continue;
            }

            var values = exact.Values!.Distinct(new ValueComparer(data.Table.TextComparer));
            var rows = values.SelectMany(data.Index(exact.Column).Equal).Take(SortLimit + 1).ToList();
            if (rows.Count <= SortLimit)
            {
                return rows;
            }
        }

        foreach (var bound in query.Bounds.Where(bound => bound.Values is null))
        {
            IndexEntry? low = bound.Low is { } least ? new IndexEntry(least, Guid.Empty) : null;
            IndexEntry? high = bound.High is { } most ? new IndexEntry(most, RowIndex.LastId) : null;
            var rows = data.Index(bound.Column).Between(low, high).Take(SortLimit + 1).ToList();
            if (rows.Count <= SortLimit)
            {
                return rows;
            }
        }

        return null;
    }
}
