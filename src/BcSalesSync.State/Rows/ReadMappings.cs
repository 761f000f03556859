using BcSalesSync.Engine.Mappings;
using BcSalesSync.State.Sql;

namespace BcSalesSync.State.Rows;

/// <summary>
/// The mappings as they were read last, with their text. They are asked for at every turn and hardly ever change, and reading their text costs
/// more than anything else of that.
/// </summary>
internal sealed class ReadMappings
{
    private volatile Dictionary<string, (string Text, TableMapping Mapping)> known = [];

    /// <summary>All mappings, in the order of runs.</summary>
    public IReadOnlyList<TableMapping> Read(StateSession session)
    {
        var before = known;
        var now = session.Query("SELECT name, body FROM mappings", reader => (Name: reader.GetString(0), Text: reader.GetString(1))).ToDictionary(
            row => row.Name,
            row => before.TryGetValue(row.Name, out var same) && same.Text == row.Text ? same : (row.Text, Mapping: MappingJson.Parse(row.Text)));
        known = now;
        return [.. now.Values.Select(row => row.Mapping).InRunOrder()];
    }
}
