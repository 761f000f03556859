using System.Globalization;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.OData;

/// <summary>Values as literals in addresses.</summary>
internal static class ODataLiteral
{
    public static string Text(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <summary>Literal of a value that is not empty; a reference becomes its id.</summary>
    public static string Of(FieldValue value) => value.Raw switch
    {
        string text => Text(text),
        decimal or bool or DateOnly => value.ToString(),
        DateTimeOffset time => Time(time),
        Guid id => id.ToString(),
        Lookup lookup => lookup.Id.ToString(),
        _ => throw new ArgumentException("An empty value has no literal of its own.", nameof(value)),
    };

    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
