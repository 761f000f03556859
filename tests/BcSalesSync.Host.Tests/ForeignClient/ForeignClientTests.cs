using System.Text.RegularExpressions;

namespace BcSalesSync.Host.Tests.ForeignClient;

/// <summary>The sandbox answers a Web API client of another maker, the npm package dynamics-web-api, as that client expects it.</summary>
public sealed partial class ForeignClientTests(ForeignClientFixture run) : IClassFixture<ForeignClientFixture>
{
    public static TheoryData<string> Steps() => new(StepName().Matches(File.ReadAllText(NodePackage.Script)).Select(match => match.Groups[1].Value));

    [NodeTheory]
    [MemberData(nameof(Steps))]
    public void A_client_of_another_maker_gets_by_the_step(string step)
    {
        var line = Assert.Single(run.Lines, line => line.Split(' ', 2)[1].Split(": ")[0] == step);
        Assert.True(line.StartsWith("passed", StringComparison.Ordinal), line);
    }

    [GeneratedRegex("^  \"(.+)\": async", RegexOptions.Multiline)]
    private static partial Regex StepName();
}
