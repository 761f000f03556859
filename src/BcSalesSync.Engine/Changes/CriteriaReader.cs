using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Engine.Changes;

/// <summary>Reads rows whose match columns hold given values, in few requests: by the column that tells them apart best.</summary>
internal sealed class CriteriaReader(EndpointPair endpoints)
{
    private const int ValuesAtOnce = 50;
    private const int NarrowingValues = 20;

    /// <summary>The key of a record in its match columns: equal keys are equal records.</summary>
    public static string Key(IEnumerable<FieldValue> values) =>
        string.Join('\n', values.Select(value => value.ToString().ToUpperInvariant()));

    /// <summary>Rows that may have one of the keys; what comes in addition has other keys.</summary>
    /// <param name="pass">The pass.</param>
    /// <param name="criteria">The columns.</param>
    /// <param name="wanted">For each record sought, its values in the order of the columns.</param>
    /// <param name="cancellationToken">Takes effect between requests.</param>
    public async Task<IReadOnlyList<Record>> ReadAsync(
        PassDefinition pass, IReadOnlyList<string> criteria, IReadOnlyCollection<FieldValue[]> wanted, CancellationToken cancellationToken)
    {
        var values = criteria.Select((column, i) => (Column: column, Values: wanted.Select(key => key[i]).Distinct().ToArray()))
            .ToArray();
        var widest = values.MaxBy(column => column.Values.Length);
        string[] columns = [.. pass.DestinationColumns.Union(values.Select(column => column.Column))];
        var endpoint = endpoints.On(pass.Destination);
        if (values.Length == 1)
            return await endpoint.ReadByValueAsync(pass.DestinationTable.Name, columns, widest.Column, widest.Values, cancellationToken)
                .ConfigureAwait(false);
        var narrowing = values.Where(column => column.Column != widest.Column && column.Values.Length <= NarrowingValues)
            .Select(column => AnyOf(column.Column, column.Values));
        var rows = new List<Record>();
        foreach (var chunk in widest.Values.Chunk(ValuesAtOnce))
        {
            var filter = new AllOf([AnyOf(widest.Column, chunk), .. narrowing]);
            await foreach (var page in endpoint.ReadAsync(pass.DestinationTable.Name, columns, filter, cancellationToken)
                .ConfigureAwait(false))
                rows.AddRange(page);
        }

        return rows;
    }

    private static AnyOf AnyOf(string column, IEnumerable<FieldValue> values) =>
        new([.. values.Select(value => new Condition(column, FilterOperator.Equal, value))]);
}
