using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.OData;

// The order of a query with the id as the last word, so that it is total and a page can be continued by key.
internal sealed class RowOrder(Table table, IReadOnlyList<OrderTerm> terms) : IComparer<Row>
{
    private readonly ValueComparer _values = new(table.TextComparer);

    public static RowOrder Of(EntityQuery query) => new(query.Set.Table, TermsOf(query));

    public static IReadOnlyList<OrderTerm> TermsOf(EntityQuery query)
    {
        if (query.Order.Count > 0)
        {
            return query.Order;
        }

        var key = query.Set.Table.KeyColumn;
        return [new OrderTerm(new Property(key.Name, key), Descending: false)];
    }

    public int Compare(Row? x, Row? y)
    {
        foreach (var term in terms)
        {
            var order = _values.Compare(term.Property.Read(x!), term.Property.Read(y!));
            if (order != 0)
            {
                return term.Descending ? -order : order;
            }
        }

        return IdDirection * x!.Id.CompareTo(y!.Id);
    }

    public int Compare(Row row, Continuation after)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            var order = _values.Compare(terms[i].Property.Read(row), after.Values[i]);
            if (order != 0)
            {
                return terms[i].Descending ? -order : order;
            }
        }

        return IdDirection * row.Id.CompareTo(after.Id);
    }

    public Continuation After(Row row) => new([.. terms.Select(term => term.Property.Read(row))], row.Id);

    // A single descending term is read backwards from its index, ids included.
    private int IdDirection => terms.Count == 1 && terms[0].Descending ? -1 : 1;
}
