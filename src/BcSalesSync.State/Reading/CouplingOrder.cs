using BcSalesSync.Engine.Ports.State;
using BcSalesSync.State.Sql;

namespace BcSalesSync.State.Reading;

/// <summary>An order in which couplings are read, each with an index that serves it.</summary>
/// <param name="By">The columns to order by.</param>
/// <param name="After">What holds for the rows behind the last one read.</param>
/// <param name="Start">What stands before the first row.</param>
/// <param name="Values">The values that <paramref name="After"/> compares with.</param>
internal sealed record CouplingOrder(
    string By, string After, CouplingPlace Start, Func<CouplingPlace, IEnumerable<(string Name, object? Value)>> Values)
{
    private static readonly CouplingPlace Beginning = new(string.Empty, string.Empty, null, 0);

    private static readonly CouplingOrder OfMapping = new(
        "bc_no_key, place",
        "(bc_no_key, place) > ($lastNumber, $lastPlace)",
        Beginning,
        last => [("$lastNumber", last.Number), ("$lastPlace", last.Place)]);

    private static readonly CouplingOrder OfAll = new(
        "mapping, bc_no_key, place",
        "(mapping, bc_no_key, place) > ($lastMapping, $lastNumber, $lastPlace)",
        Beginning,
        last => [("$lastMapping", last.Mapping), ("$lastNumber", last.Number), ("$lastPlace", last.Place)]);

    /// <summary>The order of a reading.</summary>
    public static CouplingOrder For(string? mapping, CouplingCondition condition, SqlDialect dialect) =>
        condition.NewestFailureFirst ? NewestFailureFirst(dialect) : mapping is null ? OfAll : OfMapping;

    private static CouplingOrder NewestFailureFirst(SqlDialect dialect) => new(
        $"{dialect.IfNull}(error_time, 0) DESC, place DESC",
        $"({dialect.IfNull}(error_time, 0), place) < ($lastFailed, $lastPlace)",
        Beginning with { Failed = DateTimeOffset.MaxValue },
        last => [("$lastFailed", last.Failed?.UtcTicks ?? 0), ("$lastPlace", last.Place)]);
}
