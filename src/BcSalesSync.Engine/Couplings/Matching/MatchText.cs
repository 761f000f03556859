using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Couplings.Matching;

/// <summary>Values as text that is equal exactly when they match. Pure.</summary>
internal static class MatchText
{
    /// <summary>
    /// The text of a value: choices by their label, references by the id of the row, blank like zero and false, other text without
    /// outer blanks.
    /// </summary>
    public static string Of(FieldValue value, ColumnSchema column, bool caseSensitive) => value.Raw switch
    {
        null or 0m or false when column.Kind is not FieldKind.Option => string.Empty,
        null => string.Empty,
        _ when column.Kind is FieldKind.Option => Letters(Label(value, column)),
        Lookup lookup => lookup.Id.ToString("D"),
        string text => caseSensitive ? text.Trim() : text.Trim().ToUpperInvariant(),
        _ => value.ToString(),
    };

    private static string Label(FieldValue value, ColumnSchema column) =>
        column.Choices.FirstOrDefault(choice => choice.Value == value.AsNumber())?.Label ?? value.ToString();

    // As codes and labels are paired everywhere: Net 30 is NET30.
    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
