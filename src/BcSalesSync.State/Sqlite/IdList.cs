using System.Text.Json;

namespace BcSalesSync.State.Sqlite;

/// <summary>Many keys as one parameter, read with json_each.</summary>
internal static class IdList
{
    /// <summary>Ids as a JSON array.</summary>
    public static string Of(IEnumerable<Guid> ids) => JsonSerializer.Serialize(ids.Select(CouplingRows.Text));

    /// <summary>Texts as a JSON array.</summary>
    public static string Of(IEnumerable<string> texts) => JsonSerializer.Serialize(texts);
}
