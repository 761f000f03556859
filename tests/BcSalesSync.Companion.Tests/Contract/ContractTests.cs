using BcSalesSync.Companion.Tests.Al;
using BcSalesSync.Sandbox.BusinessCentral.Pages;
using BcSalesSync.Sandbox.BusinessCentral.Schema;

namespace BcSalesSync.Companion.Tests.Contract;

// The app and the sandbox serve one contract: whatever engine and endpoints were tried with is what Business Central will answer.
public sealed class ContractTests
{
    private static readonly AlFacts App = new(new AlTables());

    public static TheoryData<string> Sets =>
        [.. AlPage.All.Select(page => page.EntitySet).Union(SandboxFacts.Pages.Select(page => page.Set.Name)).Order()];

    [Theory]
    [MemberData(nameof(Sets))]
    public void App_and_sandbox_serve_a_set_alike(string set) => AssertNone(Facts.Differences(
        AlPage.All.Where(page => page.EntitySet == set).SelectMany(App.Of),
        SandboxFacts.Pages.Where(page => page.Set.Name == set).SelectMany(SandboxFacts.Of)));

    [Theory]
    [InlineData("field(displayName;", "field(name;")]
    [InlineData("Rec.Name)", "Rec.Code)")]
    [InlineData("field(code; Rec.Code)\n                {", "field(code; Rec.Code)\n                {\n                    Editable = false;")]
    [InlineData("EntityName = 'shippingAgent'", "EntityName = 'agent'")]
    [InlineData("    SourceTable =", "    DeleteAllowed = false;\n    SourceTable =")]
    public void A_change_in_the_app_is_found(string from, string to)
    {
        var page = AlPage.All.Single(page => page.EntitySet == "shippingAgents");
        Assert.Contains(from, page.File.Text, StringComparison.Ordinal);
        var changed = new AlPage(page.File with { Text = page.File.Text.Replace(from, to, StringComparison.Ordinal) });
        Assert.NotEmpty(Facts.Differences(App.Of(changed), App.Of(page)));
        Assert.NotEmpty(Facts.Differences(App.Of(changed), SandboxFacts.Pages.Where(page => page.Set.Name == "shippingAgents").SelectMany(SandboxFacts.Of)));
    }

    [Fact]
    public void A_renamed_field_is_told_from_both_sides()
    {
        var table = CodeTables.ShippingAgent;
        var renamed = new PageBuilder("shippingAgents", "shippingAgent", table).Id(editableOnCreate: true)
            .Writable(table["code"]).Alias("label", table["displayName"], editable: true).SystemColumns().Build(Rights.All);
        Assert.Equal(
            [
                "app only: shippingAgents.displayName: Text of 50; create yes, change yes, filter yes",
                "sandbox only: shippingAgents.label: Text of 50; create yes, change yes, filter yes",
            ],
            Facts.Differences(
                AlPage.All.Where(page => page.EntitySet == "shippingAgents").SelectMany(App.Of), SandboxFacts.Of(renamed)));
    }

    private static void AssertNone(IReadOnlyList<string> differences) =>
        Assert.True(differences.Count == 0, string.Join(Environment.NewLine, differences));
}
