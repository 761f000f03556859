using BcSalesSync.Endpoints.OData;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.BusinessCentral.Reading;

/// <summary>Fills borrowed columns into records and turns them back before a write: one more request a page and source table.</summary>
internal sealed class BorrowedColumns(TableCatalog catalog, ChunkReader chunks)
{
    /// <summary>The columns the table itself must be asked for, so that the given ones can be filled.</summary>
    public static IReadOnlyList<string> Stored(BcTable table, IEnumerable<string> columns) => columns
        .Select(column => table.Borrowed.FirstOrDefault(borrowed => borrowed.Name == column)?.Through ?? column)
        .Distinct(StringComparer.Ordinal)
        .ToList();

    /// <summary>The records with the borrowed ones among the columns filled in.</summary>
    public async Task<IReadOnlyList<Record>> FillAsync(
        BcTable table, IReadOnlyCollection<string> columns, IReadOnlyList<Record> records, CancellationToken cancellationToken)
    {
        var asked = table.Borrowed.Where(borrowed => columns.Contains(borrowed.Name));
        foreach (var group in asked.GroupBy(borrowed => (borrowed.Source, borrowed.Through)))
        {
            var (source, through) = group.Key;
            var ids = records.Select(record => IdOf(record, through)).OfType<Guid>().Distinct().Select(id => $"id eq {id}").ToList();
            var wanted = group.Select(borrowed => borrowed.SourceColumn).ToList();
            var found = await chunks.ReadAsync(await catalog.RequireAsync(source, cancellationToken), wanted, ids, cancellationToken);
            var rows = found.ToDictionary(row => row.Id);
            records = records.Select(record => Fill(record, group, rows.GetValueOrDefault(IdOf(record, through) ?? Guid.Empty))).ToList();
        }

        return records;
    }

    /// <summary>The writes with ids in place of borrowed codes; a code that is not known stays, for the service to refuse.</summary>
    public async Task<IReadOnlyList<RecordWrite>> ReturnAsync(
        BcTable table, IReadOnlyList<RecordWrite> writes, CancellationToken cancellationToken)
    {
        foreach (var borrowed in table.Borrowed.Where(item => item.Schema.CanUpdate))
        {
            var values = writes.SelectMany(write => write.Values).Where(pair => pair.Key == borrowed.Name);
            var codes = values.Select(pair => pair.Value).Distinct().ToList();
            if (codes.Count == 0)
                continue;
            var source = await catalog.RequireAsync(borrowed.Source, cancellationToken);
            var given = codes.Where(code => !code.IsEmpty);
            var conditions = given.Select(code => $"{borrowed.SourceColumn} eq {ODataLiteral.Text(code.ToString())}");
            var rows = await chunks.ReadAsync(source, [borrowed.SourceColumn], conditions, cancellationToken);
            var ids = rows.ToDictionary(row => row[borrowed.SourceColumn], row => FieldValue.Id(row.Id));
            ids[FieldValue.Empty] = FieldValue.Empty;
            writes = writes.Select(write => Return(write, borrowed, ids)).ToList();
        }

        return writes;
    }

    /// <summary>The outcome with the codes that were written, where the answer confirms their ids; no read can lose it.</summary>
    public static WriteOutcome Restore(RecordWrite write, RecordWrite sent, WriteOutcome outcome)
    {
        if (outcome.Record is not { } record)
            return outcome;
        var values = new Dictionary<string, FieldValue>(record.Values, StringComparer.Ordinal);
        for (var index = 0; index < write.Values.Count; index++)
        {
            var (through, id) = sent.Values[index];
            if (write.Values[index].Key != through && record[through] == id)
                values[write.Values[index].Key] = write.Values[index].Value;
        }

        return outcome with { Record = record with { Values = values } };
    }

    private static Guid? IdOf(Record record, string through) => through == "id" ? record.Id : record[through].AsId();

    private static Record Fill(Record record, IEnumerable<BorrowedColumn> columns, Record? source)
    {
        var values = new Dictionary<string, FieldValue>(record.Values, StringComparer.Ordinal);
        foreach (var column in columns)
            values[column.Name] = source?[column.SourceColumn] ?? FieldValue.Empty;
        return record with { Values = values };
    }

    private static RecordWrite Return(RecordWrite write, BorrowedColumn borrowed, Dictionary<FieldValue, FieldValue> ids)
    {
        return write with { Values = write.Values.Select(ReturnValue).ToList() };

        KeyValuePair<string, FieldValue> ReturnValue(KeyValuePair<string, FieldValue> pair) =>
            pair.Key == borrowed.Name && ids.TryGetValue(pair.Value, out var id) ? new(borrowed.Through, id) : pair;
    }
}
