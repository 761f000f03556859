using System.Text.Json;

namespace BcSalesSync.State.Sqlite;

/// <summary>Many keys as one parameter, read with json_each.</summary>
internal static class KeyList
{
    /// <summary>Ids as a JSON array.</summary>
    public static string Of(IEnumerable<Guid> ids) => JsonSerializer.Serialize(ids.Select(CouplingRows.Text));

    /// <summary>Numbers as a JSON array, to be compared without regard to case.</summary>
    public static string Of(IEnumerable<string> numbers) => JsonSerializer.Serialize(numbers.Select(number => number.ToUpperInvariant()));
}
