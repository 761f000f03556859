using BcSalesSync.Engine.Changes.Translating;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Lookups;

/// <summary>Options of the columns of a document and the codes they stand for (spec/documents.md 1.4.3).</summary>
/// <param name="document">The document's table in Sales.</param>
/// <param name="tables">Tables of codes by name; one that is not offered is absent.</param>
internal sealed class OptionLookup(TableSchema document, IReadOnlyDictionary<string, OptionTable> tables)
{
    /// <summary>The code of an option; null when it has none, and then Business Central's own value stays.</summary>
    public OptionPartner? Find(string table, string column, FieldValue value) =>
        tables.TryGetValue(table, out var codes) && document.Columns.TryGetValue(column, out var schema)
            && codes.ToBusinessCentral(schema, value) is { Failure: null } found && found.Value.AsText() is { } code
            && codes.IdOf(code) is { } id
                ? new OptionPartner(code, id) : null;

    /// <summary>The option as people read it.</summary>
    public string Label(string column, FieldValue value) => document.Columns.GetValueOrDefault(column)?.Choices
        .FirstOrDefault(choice => choice.Value == value.AsNumber())?.Label ?? value.ToString();
}
