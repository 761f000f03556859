using System.Text.Json;
using BcSalesSync.Sandbox.OData;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.Faults;

// The fault rules in force and how often each has struck.
internal sealed class FaultBox(TimeProvider time)
{
    private readonly object _gate = new();
    private readonly List<ActiveRule> _rules = [];

    public TimeProvider Time { get; } = time;

    public IReadOnlyList<FaultRule> Rules
    {
        get
        {
            lock (_gate)
            {
                return [.. _rules.Select(active => active.Rule)];
            }
        }
    }

    public void Add(IEnumerable<FaultRule> rules)
    {
        lock (_gate)
        {
            _rules.AddRange(rules.Select(rule => new ActiveRule(rule)));
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _rules.Clear();
        }
    }

    // The rule that strikes a request, or a member of a batch ("operation"); its strike is used up by asking. Rules name addresses
    // without escapes.
    public FaultRule? Take(string system, string method, string pathAndQuery, bool operation = false)
    {
        lock (_gate)
        {
            if (_rules.Count == 0)
            {
                return null;
            }

            var address = Uri.UnescapeDataString(pathAndQuery);
            return _rules.FirstOrDefault(active =>
                active.Rule.RowMatch is null && active.Rule.Operation == operation
                && Same(active.Rule.System, system) && Same(active.Rule.Method, method)
                && (active.Rule.Path is null || address.Contains(active.Rule.Path, StringComparison.OrdinalIgnoreCase))
                && active.Strikes())?.Rule;
        }
    }

    // The rule that refuses the write of this row, as it would be after the write.
    public FaultRule? TakeForRow(string system, string set, Row row)
    {
        lock (_gate)
        {
            return _rules.FirstOrDefault(active =>
                active.Rule.RowMatch is { } match && Same(active.Rule.System, system) && Same(active.Rule.Set, set)
                && match.All(pair => Matches(row, pair.Key, pair.Value)) && active.Strikes())?.Rule;
        }
    }

    private static bool Same(string? wanted, string actual) => wanted is null
        || string.Equals(wanted, actual, StringComparison.OrdinalIgnoreCase);

    private static bool Matches(Row row, string name, JsonElement wanted) =>
        row.Table.Find(name) is { } column && ValueReader.TryRead(wanted, column.Type, out var value)
        && new ValueComparer(StringComparer.Ordinal).Compare(row[column], value) == 0;

    private sealed class ActiveRule(FaultRule rule)
    {
        private int _toSkip = rule.Skip;
        private int? _left = rule.Times;

        public FaultRule Rule { get; } = rule;

        public bool Strikes()
        {
            if (_left == 0)
            {
                return false;
            }

            if (_toSkip > 0)
            {
                _toSkip--;
                return false;
            }

            _left--;
            return true;
        }
    }
}
