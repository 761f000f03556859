using BcSalesSync.Sandbox.OData;
using BcSalesSync.Sandbox.Sales.Schema;

namespace BcSalesSync.Sandbox.Sales.Reading;

// The queries of requests that select columns and do nothing else: every member of a batch brings one, mostly the same.
internal sealed class SelectionQueries
{
    private const string Select = "$select";
    private const int Limit = 500;

    private readonly Dictionary<(SalesTable Table, string? Select), EntityQuery> _known = [];

    public EntityQuery Of(SalesTable table, IReadOnlyDictionary<string, string> options, Func<EntityQuery> parse)
    {
        if (options.Keys.Any(name => name.StartsWith('$') && name != Select))
        {
            return parse();
        }

        var key = (table, options.GetValueOrDefault(Select));
        if (!_known.TryGetValue(key, out var query))
        {
            query = parse();
            if (_known.Count >= Limit)
            {
                _known.Clear();
            }

            _known.Add(key, query);
        }

        return query;
    }
}
