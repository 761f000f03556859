using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Dataverse.Metadata;
using BcSalesSync.Endpoints.Dataverse.Transport;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Endpoints.Dataverse.Choices;

/// <summary>
/// The options of choice columns as tables of a number and a label (spec/wire-dataverse.md 8). They are few and carry no time of their
/// last change, so every read reads all of them, and changes are told by comparison.
/// </summary>
internal sealed class ChoiceTables(DataverseClient client, MetadataCache metadata) : ITables
{
    /// <summary>Column with the number that is stored in rows.</summary>
    internal const string Value = "value";

    /// <summary>Column with the label that people see.</summary>
    internal const string Label = "label";

    private readonly ChoiceReader reader = new(client);
    private readonly ChoiceWriter writer = new(client, new ChoiceReader(client), metadata);

    /// <inheritdoc/>
    public async Task<TableSchema?> FindSchemaAsync(string table, CancellationToken cancellationToken)
    {
        var column = Require(table);
        var owner = await metadata.FindTableAsync(column.Table, cancellationToken);
        if (owner?.Attributes.GetValueOrDefault(column.Column)?.Column is not { Kind: FieldKind.Option })
            return null;
        ColumnSchema[] columns =
        [
            new() { Name = Value, Kind = FieldKind.Number, CanCreate = false, CanUpdate = false },
            new() { Name = Label, Kind = FieldKind.Text },
        ];
        return new TableSchema
        {
            Name = table,
            Columns = columns.ToDictionary(own => own.Name),
            NameColumn = Label,
            IsSetUp = true,
        };
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<IReadOnlyList<Record>> ReadAsync(
        string table, IReadOnlyList<string> columns, Filter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return [.. (await ReadAllAsync(table, cancellationToken)).Where(filter.Matches)];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Record>> ReadByIdAsync(
        string table, IReadOnlyList<string> columns, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        [.. (await ReadAllAsync(table, cancellationToken)).IntersectBy(ids, record => record.Id)];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Record>> ReadByValueAsync(
        string table,
        IReadOnlyList<string> columns,
        string column,
        IReadOnlyCollection<FieldValue> values,
        CancellationToken cancellationToken)
    {
        var wanted = values.Select(value => value.ToString()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. (await ReadAllAsync(table, cancellationToken)).Where(record => wanted.Contains(record[column].ToString()))];
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChangePage> ReadChangesAsync(
        ChangeRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var records = await ReadAllAsync(request.Table, cancellationToken);
        var before = request.Cursor is { } text ? ChoiceCursor.Read(text) : [];
        var gone = before.Except(records.Select(record => record.Id)).ToList();
        yield return new ChangePage([.. records.Where(request.Filter.Matches)], gone, ChoiceCursor.Write(records), IsLast: true);
    }

    /// <inheritdoc/>
    public async Task<int> CountAsync(string table, Filter filter, CancellationToken cancellationToken) =>
        (await ReadAllAsync(table, cancellationToken)).Count(filter.Matches);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteOutcome>> WriteAsync(
        string table, IReadOnlyList<RecordWrite> writes, CancellationToken cancellationToken)
    {
        return writes.Count == 0 ? [] : await writer.WriteAsync(Require(table), writes, cancellationToken);
    }

    private async Task<IReadOnlyList<Record>> ReadAllAsync(string table, CancellationToken cancellationToken)
    {
        var column = Require(table);
        var set = await reader.ReadAsync(column, cancellationToken);
        // What rows may hold is judged by the options of the column, which somebody may have changed since they were read.
        var known = (await metadata.FindTableAsync(column.Table, cancellationToken))?.Attributes.GetValueOrDefault(column.Column);
        if (known is not null && !known.Column.Choices.SequenceEqual(set.Options))
            metadata.Forget(column.Table);
        return [.. set.Options.Select(ToRecord)];
    }

    /// <summary>An option as a record; the label is its version, since nothing else of it changes.</summary>
    internal static Record ToRecord(OptionChoice option) => new()
    {
        Id = ChoiceId.For(option.Value),
        Version = option.Label,
        Values = new Dictionary<string, FieldValue>
        {
            [Value] = FieldValue.Number(option.Value),
            [Label] = FieldValue.Text(option.Label),
        },
    };

    private static ChoiceColumn Require(string table) => ChoiceColumn.TryParse(table) ?? throw new EndpointException(
        SystemSide.Sales, new EndpointFailure(FailureClass.Capability, "table", $"{table} does not name a choice column."));
}
