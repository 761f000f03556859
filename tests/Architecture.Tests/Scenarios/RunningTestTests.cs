namespace Architecture.Tests.Scenarios;

public sealed class RunningTestTests
{
    private const string Trait = """[Trait("Scenario", "AAA-101")]""";

    [Theory]
    [InlineData("[Fact]", Trait)]
    [InlineData(Trait, "[Fact]")]
    [InlineData("[Theory]", "[InlineData(true)]", "// Why.", Trait, "[InlineData(", "    false)]")]
    public void A_test_carries_the_scenario_of_its_trait(params string[] lines)
    {
        var test = Assert.Single(RunningTest.In(Code(lines)));

        Assert.Equal(("It_works", "AAA-101"), (test.Name, Assert.Single(test.Scenarios)));
    }

    [Theory]
    [InlineData("[Fact(Skip = \"Later.\")]", Trait)]
    [InlineData(Trait, "[Theory(DisplayName = \"It works\", Skip=\"Later.\")]")]
    [InlineData("[Theory]", "[InlineData(true, Skip = \"Later.\")]", Trait)]
    [InlineData("// [Fact]", Trait)]
    [InlineData(Trait)]
    [InlineData("/*", "[Fact]", Trait, "public void It_worked() { }", "*/")]
    [InlineData("[Fact]", Trait, "private static int Count { get; }", "")]
    public void What_does_not_run_carries_none(params string[] lines) => Assert.Empty(RunningTest.In(Code(lines)));

    [Theory]
    [InlineData("[Fact]", "// " + Trait)]
    [InlineData("[Fact] // " + Trait)]
    [InlineData("// " + Trait, "[Fact]")]
    public void A_trait_in_a_comment_does_not_count(params string[] lines) => Assert.Empty(Assert.Single(RunningTest.In(Code(lines))).Scenarios);

    [Fact]
    public void What_it_shows_is_told_apart_by_kind()
    {
        var test = Assert.Single(RunningTest.In(Code(["[Fact]", Trait, """[Trait("Other", "B-1")]"""])));

        Assert.Equal(("AAA-101", "B-1"), (Assert.Single(test.Scenarios), Assert.Single(test.Shown("Other"))));
    }

    private static string Code(string[] lines) =>
        $"public sealed class Tests\n{{\n{string.Concat(lines.Select(line => $"    {line}\n"))}    public async Task It_works()\n    {{\n    }}\n}}\n";
}
