using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Couplings;

/// <summary>Writes rows that their state locks: opens each, then writes and closes it, as one unit.</summary>
internal sealed class LockedRows(IEndpoint sales, RowLock locked)
{
    /// <summary>Writes rows; outcomes come in their order.</summary>
    /// <param name="table">Their table.</param>
    /// <param name="writes">The writes, all of them updates.</param>
    /// <param name="before">The rows as they were read.</param>
    /// <param name="cancellationToken">Takes effect between requests.</param>
    public async Task<IReadOnlyList<WriteOutcome>> WriteAsync(
        string table, IReadOnlyList<RecordWrite> writes, IReadOnlyList<Record> before, CancellationToken cancellationToken)
    {
        var units = writes.Zip(before, (write, row) => Unit(table, write, row)).ToArray();
        var outcomes = await sales.WriteUnitsAsync(units, cancellationToken).ConfigureAwait(false);
        return [.. writes.Zip(outcomes, (write, outcome) =>
            new WriteOutcome(outcome.Status, write.Id, outcome.Records is [.., var last] ? last : null, outcome.Failure))];
    }

    private WriteUnit Unit(string table, RecordWrite write, Record row)
    {
        var planned = write.Values.ToLookup(pair => pair.Key, pair => pair.Value);
        KeyValuePair<string, FieldValue>[] open = [.. locked.Open.Select(pair => Pair(pair.Key, FieldValue.Number(pair.Value)))];
        KeyValuePair<string, FieldValue>[] values = [.. write.Values.Where(pair => !locked.Open.ContainsKey(pair.Key))];

        // Sales works totals out anew with every write of an order, so that those that are given come with the last one.
        KeyValuePair<string, FieldValue>[] close =
        [
            .. values,
            .. locked.Open.Keys.Select(column => Pair(column, planned[column].DefaultIfEmpty(row[column]).Last())),
        ];
        return new WriteUnit([Step(open, write.IfMatch), Step(close, null)]);

        UnitWrite Step(IReadOnlyList<KeyValuePair<string, FieldValue>> columns, string? token) =>
            new(table, write with { Values = columns, IfMatch = token });
    }

    private static KeyValuePair<string, FieldValue> Pair(string column, FieldValue value) => new(column, value);
}
