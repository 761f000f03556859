using System.Globalization;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.State.Sqlite;

/// <summary>A narrowed read of couplings as SQL. Only what narrows is written, so that an index fits every read.</summary>
internal sealed class CouplingFilter
{
    private readonly List<string> conditions = [];
    private readonly List<(string Name, object? Value)> parameters = [];

    /// <summary>Writes the conditions of one page.</summary>
    /// <param name="mapping">The mapping; null for all.</param>
    /// <param name="condition">What narrows the read.</param>
    /// <param name="last">Last coupling of the page before; null for the first page.</param>
    public CouplingFilter(string? mapping, CouplingCondition condition, CouplingState? last)
    {
        // The plus keeps the mapping's index out of the way of one that finds a single record.
        var one = condition.BcId is not null || condition.SalesId is not null || condition.SalesName is not null;
        Add(mapping is not null, one ? "+mapping = $mapping" : "mapping = $mapping", "$mapping", mapping);
        Add(condition.BcId is not null, "bc_id = $bc", "$bc", condition.BcId?.ToString("D"));
        Add(condition.SalesId is not null, "sales_id = $sales", "$sales", condition.SalesId?.ToString("D"));
        Add(condition.BcNo is not null, "no_key = $number AND bc_no IS NOT NULL", "$number", condition.BcNo?.ToUpperInvariant());
        Add(condition.SalesName is not null, "sales_name_key = $name", "$name", condition.SalesName?.ToUpperInvariant());
        if (condition.Skipped)
            conditions.Add("skipped = 1");
        if (condition.Failed)
            conditions.Add("(to_sales_result = 2 OR to_bc_result = 2)");
        if (last is null)
            return;
        conditions.Add("(no_key, bc_id, family) > ($lastKey, $lastId, $lastFamily)");
        parameters.Add(("$lastKey", CouplingRows.NumberKey(last)));
        parameters.Add(("$lastId", CouplingRows.Text(last.BcId)));
        parameters.Add(("$lastFamily", last.Family));
    }

    /// <summary>Values of the statement.</summary>
    public (string Name, object? Value)[] Parameters => [.. parameters];

    /// <summary>The statement that reads a page in the order of numbers.</summary>
    public string Statement(int page)
    {
        var where = conditions.Count == 0 ? string.Empty : $"WHERE {string.Join(" AND ", conditions)} ";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT {CouplingRows.Columns} FROM couplings {where}ORDER BY no_key, bc_id, family LIMIT {page}");
    }

    private void Add(bool narrows, string condition, string name, object? value)
    {
        if (!narrows)
            return;
        conditions.Add(condition);
        parameters.Add((name, value));
    }
}
