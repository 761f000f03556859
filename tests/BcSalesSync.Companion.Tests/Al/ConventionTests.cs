using System.Text.Json;
using System.Text.RegularExpressions;
using BcSalesSync.Sandbox;

namespace BcSalesSync.Companion.Tests.Al;

public sealed partial class ConventionTests
{
    private const string Affix = "BCSS ";
    private const int LongestName = 30;

    private static readonly Dictionary<string, string> Suffixes = new()
    {
        ["page"] = "Page", ["table"] = "Table", ["tableextension"] = "TableExt", ["codeunit"] = "Codeunit", ["permissionset"] = "PermissionSet",
    };

    [Fact]
    public void Objects_bear_the_affix_and_short_names_and_so_do_their_files() => Assert.All(AlFile.All, file =>
    {
        Assert.StartsWith(Affix, file.ObjectName, StringComparison.Ordinal);
        Assert.InRange(file.ObjectName.Length, Affix.Length + 1, LongestName);
        var words = WordStart().Replace(file.ObjectName[Affix.Length..], match => match.Value.ToUpperInvariant()).Replace(" ", "", StringComparison.Ordinal);
        Assert.Equal($"Bcss{words}.{Suffixes[file.Kind]}.al", file.Name);
    });

    [Fact]
    public void Objects_have_numbers_of_their_own_within_the_range_of_the_app()
    {
        using var app = JsonDocument.Parse(File.ReadAllText(Path.Combine(AlFile.Folder, "app.json")));
        var range = Assert.Single(app.RootElement.GetProperty("idRanges").EnumerateArray());
        Assert.All(AlFile.All, file => Assert.InRange(file.Number, range.GetProperty("from").GetInt32(), range.GetProperty("to").GetInt32()));
        Assert.All(AlFile.All.GroupBy(file => (file.Kind, file.Number)), twins => Assert.Single(twins));
        Assert.Equal("Cloud", app.RootElement.GetProperty("target").GetString());
    }

    [Fact]
    public void Pages_are_served_where_clients_look_for_them() => Assert.All(AlPage.All, page =>
    {
        var route = $"/api/{page.File.Property("APIPublisher")}/{page.File.Property("APIGroup")}/{page.File.Property("APIVersion")}/";
        Assert.EndsWith(route, SandboxOptions.CompanionAddress.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(("API", "SystemId", "true", "false"), (
            page.File.Property("PageType"), page.File.Property("ODataKeyFields"), page.File.Property("DelayedInsert"), page.File.Property("Extensible")));
    });

    [Fact]
    public void Fields_have_captions_and_those_of_tables_a_classification() => Assert.All(AlFile.All, file =>
    {
        foreach (Match field in Field().Matches(file.Text))
        {
            var body = AlFile.Block(file.Text, field.Index);
            Assert.Contains("Caption = ", body, StringComparison.Ordinal);
            Assert.True(
                file.Kind is "page" || file.Property("DataClassification") is not null
                    || body.Contains("DataClassification = ", StringComparison.Ordinal) || body.Contains("FieldClass = FlowField", StringComparison.Ordinal),
                field.Value);
            Assert.True(file.Kind is not "tableextension" || field.Value.Contains(Affix, StringComparison.Ordinal), field.Value);
        }
    });

    [Fact]
    public void Marks_that_posting_carries_along_have_one_number_in_every_header()
    {
        var marks = AlFile.All.Where(file => file.Kind is "tableextension").SelectMany(file => Mark().Matches(file.Text)).Select(match => match.Value).ToList();
        Assert.Equal(4, marks.Count);
        Assert.Single(marks.Distinct());
    }

    [Fact]
    public void No_page_is_left_out_of_the_permission_set()
    {
        var set = AlFile.All.Single(file => file.ObjectName == "BCSS Sync").Text;
        Assert.All(AlPage.All, page => Assert.Contains($"page \"{page.File.ObjectName}\" = X", set, StringComparison.Ordinal));
        Assert.All(AlPage.All, page => Assert.Matches(
            $"tabledata \"?{Regex.Escape(page.SourceTable)}\"? = {(page.Allows("Insert") ? "RIMD" : "R")}", set));
    }

    [Fact]
    public void What_is_known_of_base_tables_is_what_pages_use()
    {
        var used = AlPage.All.SelectMany(page => page.Fields.Select(field => (page.SourceTable, field.TableField))).ToHashSet();
        Assert.All(
            new AlTables().Base.SelectMany(table => table.Value.Keys.Select(field => (table.Key, field))), known => Assert.Contains(known, used!));
    }

    [GeneratedRegex(@"\b\w")]
    private static partial Regex WordStart();

    [GeneratedRegex("""^ +field\([^\n]+\)$""", RegexOptions.Multiline)]
    private static partial Regex Field();

    [GeneratedRegex("""field\(\d+; "BCSS Dataverse Id"; \w+\)""")]
    private static partial Regex Mark();
}
