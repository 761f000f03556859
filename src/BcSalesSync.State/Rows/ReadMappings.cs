using BcSalesSync.Engine.Mappings;
using BcSalesSync.State.Sql;

namespace BcSalesSync.State.Rows;

/// <summary>
/// The mappings as they were read last, by their text. They are asked for at every turn and hardly ever change, and reading their text costs
/// more than anything else of that.
/// </summary>
internal sealed class ReadMappings
{
    private volatile Dictionary<string, TableMapping> known = [];

    /// <summary>All mappings, in the order of runs.</summary>
    public IReadOnlyList<TableMapping> Read(StateSession session)
    {
        var before = known;
        var now = session.Query("SELECT body FROM mappings", reader => reader.GetString(0))
            .ToDictionary(text => text, text => before.GetValueOrDefault(text) ?? MappingJson.Parse(text));
        known = now;
        return [.. now.Values.InRunOrder()];
    }
}
