using BcSalesSync.Engine.Ports.State;
using BcSalesSync.State.Rows;
using BcSalesSync.State.Sql;

namespace BcSalesSync.State.Reading;

/// <summary>
/// Reads couplings page by page in a fixed order. Each page begins after the last row of the one before: no statement stays open while the
/// caller works with the rows, and couplings that come and go meanwhile shift no page.
/// </summary>
internal sealed class CouplingPages
{
    private const int Size = 500;
    private const string InTrouble = "(skipped = 1 OR to_sales_result = 2 OR to_bc_result = 2)";

    private readonly string sql;
    private readonly CouplingOrder order;
    private readonly List<(string Name, object? Value)> values = [];
    private CouplingPlace last;

    /// <summary>Prepares the reading of a mapping, or of all.</summary>
    public CouplingPages(string? mapping, CouplingCondition condition, SqlDialect dialect)
    {
        order = CouplingOrder.For(mapping, condition, dialect);
        last = order.Start;
        var conditions = new List<string> { order.After };
        if (mapping is not null)
            Add("mapping = $mapping", "$mapping", mapping);
        if (condition.Skipped)
            conditions.Add("skipped = 1");
        if (condition.Failed)
            conditions.Add($"{InTrouble} AND (to_sales_result = 2 OR to_bc_result = 2)");
        if (condition.BcId is { } bcId)
            Add("bc_id = $bcId", "$bcId", StoredText.Of(bcId));
        if (condition.SalesId is { } salesId)
            Add("sales_id = $salesId", "$salesId", StoredText.Of(salesId));
        if (condition.BcNo is { } number)
            AddName("bc_no", "$number", number);
        if (condition.SalesName is { } name)
            AddName("sales_name", "$name", name);
        sql = $"SELECT {CouplingRows.Columns}, bc_no_key, place FROM couplings WHERE {string.Join(" AND ", conditions)} "
            + $"ORDER BY {order.By} LIMIT {Size}";

        void AddName(string column, string parameter, string text)
        {
            var isPattern = condition.Wildcards && LikePattern.IsPattern(text);
            var fits = isPattern ? LikePattern.Condition($"{column}_key", parameter) : $"{column}_key = {parameter}";
            Add($"{column} IS NOT NULL AND {fits}", parameter, isPattern ? LikePattern.Of(StoredText.Key(text)) : StoredText.Key(text));
        }

        void Add(string text, string parameter, object value)
        {
            conditions.Add(text);
            values.Add((parameter, value));
        }
    }

    /// <summary>True once the last page was read.</summary>
    public bool Ended { get; private set; }

    /// <summary>The next page.</summary>
    public List<CouplingState> Next(StateSession session)
    {
        var page = session.Query(
            sql,
            reader => (Coupling: CouplingRows.Read(reader), Number: reader.GetString(22), Place: reader.GetInt64(23)),
            [.. values, .. order.Values(last)]);
        Ended = page.Count < Size;
        if (page.Count > 0)
            last = new CouplingPlace(page[^1].Coupling.Mapping, page[^1].Number, page[^1].Coupling.ErrorTime, page[^1].Place);
        return page.ConvertAll(row => row.Coupling);
    }
}
