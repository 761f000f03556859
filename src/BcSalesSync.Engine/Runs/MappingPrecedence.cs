using BcSalesSync.Engine.Changes.Translating.Currencies;
using BcSalesSync.Engine.Changes.Translating.Products;
using BcSalesSync.Engine.Mappings;

namespace BcSalesSync.Engine.Runs;

/// <summary>
/// Which mappings find better what they need when others ran before, beyond what they are told to wait for: those that a dependency which was left
/// out depends on, those by whose couplings references are translated, and currencies, before anything that creates the local one. Pure.
/// </summary>
internal sealed class MappingPrecedence(MappingSet mappings)
{
    private static readonly string[] InLocalCurrency = [LocalCurrencyComputation.RowName, DefaultPriceList.RowName];

    /// <summary>True when a mapping is better run before another, directly or by way of others.</summary>
    public bool ComesBefore(string first, string then) => AllBefore(then).Contains(first);

    /// <summary>Names of all mappings that are better run before one, directly or by way of others.</summary>
    public IReadOnlySet<string> AllBefore(string mapping)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var open = new Stack<string>([mapping]);
        while (open.TryPop(out var name))
        {
            foreach (var before in mappings.Find(name) is { } next ? Before(next) : [])
            {
                if (seen.Add(before))
                    open.Push(before);
            }
        }

        return seen;
    }

    private IEnumerable<string> Before(TableMapping mapping)
    {
        var rows = mapping.Fields.Where(row => row.Enabled).ToArray();
        var references = rows.Where(row => !row.ClearOnFailedSync).Select(row => row.LookupMapping).OfType<string>();
        var currencies = rows.Any(row => row.BlankIsLocalCurrency || InLocalCurrency.Contains(row.Computed))
            ? mappings.All.Where(other => other.SalesTable == LocalCurrency.Table).Select(other => other.Name) : [];
        return mappings.PredecessorsOf(mapping).Concat(references.Concat(currencies).Where(name => IsEarlier(name, mapping)));
    }

    // Tables may refer to each other; the order of runs tells which one is to be there first.
    private bool IsEarlier(string name, TableMapping mapping) => mappings.Find(name) is { } other && other.Order < mapping.Order;
}
