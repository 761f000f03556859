using System.Text;
using System.Text.Json;
using BcSalesSync.Engine.Mappings;

namespace BcSalesSync.Engine.Tests.Mappings;

public sealed class MappingJsonTests
{
    private const string Head = """ "name": "X", "bcTable": "customers", "salesTable": "account" """;

    [Theory]
    [InlineData(""" "fields": [], "filter": "a eq 1" """)]
    [InlineData(""" "fields": [ { "bcField": "a", "salesField": "b", "validate": true } ] """)]
    [InlineData(""" "fields": [], "direction": "Sideways" """)]
    [InlineData(""" "fields": [], "direction": 1 """)]
    [InlineData(""" "order": 1 """)]
    public void What_is_not_known_or_missing_is_an_error(string rest) => Assert.Throws<JsonException>(() => Read($"{{ {Head}, {rest} }}"));

    [Fact]
    public void What_is_left_out_has_its_default()
    {
        var mapping = Read($$"""{ {{Head}}, "fields": [ { "bcField": "a", "salesField": "b" } ] }""");

        Assert.True(mapping.SyncOnlyCoupled);
        Assert.True(mapping.Enabled);
        Assert.True(Assert.Single(mapping.Fields).Enabled);
        Assert.Empty(mapping.DependsOn);
    }

    [Fact]
    public void Every_default_mapping_survives_writing_and_reading() => Assert.All(DefaultMappings.All, mapping =>
    {
        using var json = new MemoryStream();
        MappingJson.Write(json, mapping);
        json.Position = 0;

        var read = MappingJson.Read(json);

        Assert.Equal(mapping.Fields, read.Fields);
        Assert.Equal(mapping.DependsOn, read.DependsOn);
        Assert.Equal(mapping with { Fields = [], DependsOn = [] }, read with { Fields = [], DependsOn = [] });
    });

    private static TableMapping Read(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return MappingJson.Read(stream);
    }
}
