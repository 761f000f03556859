using System.Collections;
using System.Collections.Specialized;
using BcSalesSync.PowerShell.Output;

namespace BcSalesSync.PowerShell.Tests.Output;

public sealed class ValuesTests
{
    [Fact]
    public void Nested_tables_and_lists_become_plain_values()
    {
        var plain = PlainValues.Of(new Hashtable { ["rows"] = new object[] { new Hashtable { ["name"] = "A" }, 2 }, ["silent"] = true });

        var rows = Assert.IsType<List<object?>>(plain["rows"]);
        Assert.Equal("A", Assert.IsType<IReadOnlyDictionary<string, object?>>(rows[0], exactMatch: false)["name"]);
        Assert.Equal(2, rows[1]);
        Assert.Equal(true, plain["silent"]);
    }

    [Fact]
    public void Json_is_read_into_members_by_name()
    {
        var read = Assert.IsType<OrderedDictionary>(
            JsonValues.Read("""{"No":"C1","amount":1.5,"count":3,"rows":[{"ok":true}],"none":null}"""));

        Assert.Equal(["No", "amount", "count", "rows", "none"], read.Keys.Cast<string>());
        Assert.Equal(("C1", 1.5m, 3L), (read["no"], (decimal)read["amount"]!, (long)read["count"]!));
        Assert.Equal(true, ((OrderedDictionary)((List<object?>)read["rows"]!)[0]!)["ok"]);
        Assert.Null(read["none"]);
    }
}
