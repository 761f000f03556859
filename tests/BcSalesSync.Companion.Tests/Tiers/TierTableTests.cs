namespace BcSalesSync.Companion.Tests.Tiers;

public sealed class TierTableTests
{
    private const string Document = "examples/companion-app.md";

    [Fact]
    public async Task The_guide_tells_what_works_without_the_app()
    {
        var table = string.Join('\n', await TierTable.MakeAsync());
        var guide = await File.ReadAllTextAsync(Path.Combine(Repository.Root, Document));
        Assert.True(
            guide.Contains($"\n\n{table}\n", StringComparison.Ordinal),
            $"The table in {Document} is not that of the default mappings. Replace it with this one:\n\n{table}\n");
    }
}
