namespace BcSalesSync.Host.Tests.Demo;

public sealed class DemoTests(DemoFixture demo) : IClassFixture<DemoFixture>
{
    [Fact]
    public void The_demo_keeps_every_promise()
    {
        Assert.Equal("", demo.Run.Errors);
        Assert.Equal(0, demo.Run.ExitCode);
    }

    [Fact]
    public void The_last_line_sums_up() =>
        Assert.Matches(@"^demo: [1-9]\d* couplings, [1-9]\d* records synchronised, 1 conflict, 1 error$", demo.Run.Lines[^1]);

    [Fact]
    public void The_bad_row_is_named_by_file_and_line() =>
        Assert.Contains(demo.Run.Lines, line => line.StartsWith("refused: couplings.csv line 9:", StringComparison.Ordinal));

    [Fact]
    public void Progress_is_shown_while_the_full_synchronisation_runs()
    {
        var start = demo.Run.Output.IndexOf("Full synchronisation:", StringComparison.Ordinal);
        var review = demo.Run.Output.IndexOf("Recommendation", StringComparison.Ordinal);
        Assert.Contains("100 %  CUSTOMER", demo.Run.Output[start..review], StringComparison.Ordinal);
    }

    [Fact]
    public void The_conflict_names_both_values() => Assert.Contains(demo.Run.Lines, line =>
        line.Contains("Conflict", StringComparison.Ordinal) && line.Contains("desk@trey.example", StringComparison.Ordinal)
        && line.Contains("sales@trey.example", StringComparison.Ordinal));

    [Fact]
    public void The_table_at_the_end_has_a_line_for_each_mapping()
    {
        var table = demo.Run.Lines.SkipWhile(line => line != "How it stands:").ToList();
        Assert.Equal(
            ["SALESPEOPLE", "CURRENCY", "UNIT OF MEASURE", "CUSTOMER", "CONTACT", "ITEM-PRODUCT", "SALESORDER-ORDER", "ORDER-NOTES"],
            table.Skip(2).SkipLast(1).Select(line => line.Trim().Split("  ")[0]));
    }
}
