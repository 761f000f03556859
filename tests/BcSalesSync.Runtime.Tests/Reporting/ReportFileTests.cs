using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Reporting;

public sealed class ReportFileTests
{
    [Fact]
    public async Task A_report_before_the_first_synchronisation_says_what_to_do_next()
    {
        using var folder = new TemporaryFolder();
        await using var world = await SyncWorld.OpenAsync(setUp: false);

        var page = await ReadAsync(world, folder);

        Assert.Contains("Nothing has been synchronised yet.", page.Root.Value, StringComparison.Ordinal);
        Assert.Equal("Initialize-BcSync", page.Root.Descendants("code").First().Value);
        Assert.Contains("Start-BcFullSync -Action FullSync -Wait", page.Root.Descendants("code").Select(code => code.Value));
    }

    [Fact]
    public async Task A_step_that_is_done_is_not_asked_for_again()
    {
        using var folder = new TemporaryFolder();
        await using var world = await SyncWorld.OpenAsync();

        Assert.DoesNotContain((await ReadAsync(world, folder)).Root.Descendants("code"), code => code.Value == "Initialize-BcSync");
    }

    [Fact]
    public async Task Only_what_happened_since_the_time_given_is_told()
    {
        using var folder = new TemporaryFolder();
        await using var world = await SyncWorld.OpenAsync();
        await world.RunAsync("CURRENCY");
        world.Clock.Advance(TimeSpan.FromDays(3));
        await world.RunAsync("CUSTOMER");

        var page = await ReadAsync(world, folder, world.Clock.GetUtcNow().AddDays(-1));

        Assert.Equal(["CUSTOMER"], page.Table("Records by mapping").Skip(1).Select(cells => cells[0]));
        Assert.Equal(["2026-03-05"], page.Table("Records by day").Skip(1).Select(cells => cells[0]));
    }

    [Fact]
    public async Task Without_a_time_the_last_thirty_days_are_told()
    {
        using var folder = new TemporaryFolder();
        await using var world = await SyncWorld.OpenAsync();
        await world.RunAsync("CURRENCY");
        world.Clock.Advance(TimeSpan.FromDays(31));
        await world.RunAsync("CUSTOMER");

        Assert.Equal(["CUSTOMER"], (await ReadAsync(world, folder)).Table("Records by mapping").Skip(1).Select(cells => cells[0]));
    }

    [Theory]
    [InlineData(10, "Records by day", 11, "2026-03-02")]
    [InlineData(100, "Records by week", 15, "2026-03-02")]
    [InlineData(400, "Records by month", 14, "2026-03-01")]
    public async Task A_long_time_is_cut_into_periods_that_can_be_told_apart(int days, string caption, int periods, string first)
    {
        using var folder = new TemporaryFolder();
        await using var world = await SyncWorld.OpenAsync();
        await world.RunAsync("CURRENCY");
        world.Clock.Advance(TimeSpan.FromDays(days));
        await world.RunAsync("CURRENCY");

        var rows = (await ReadAsync(world, folder, world.Clock.GetUtcNow().AddYears(-2))).Table(caption).Skip(1).ToList();

        Assert.Equal((periods, first), (rows.Count, rows[^1][0]));
        Assert.Equal(2, rows.Sum(row => int.Parse(row[^1], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_mapping_whose_time_has_long_passed_is_late()
    {
        using var folder = new TemporaryFolder();
        await using var world = await SyncWorld.OpenAsync();
        await world.RunScheduleAsync();
        Assert.Equal("On time", (await ReadAsync(world, folder)).Cell("Status of each mapping", "CUSTOMER", "State"));

        world.Clock.Advance(TimeSpan.FromDays(3));
        await world.ChangeEntryAsync(new ScheduleChange { Name = "CONTACT", OnHold = true });

        var page = await ReadAsync(world, folder);
        Assert.Equal("Late", page.Cell("Status of each mapping", "CUSTOMER", "State"));
        Assert.Equal("On hold", page.Cell("Status of each mapping", "CONTACT", "State"));
    }

    [Fact]
    public async Task A_report_takes_the_place_of_the_one_before()
    {
        using var folder = new TemporaryFolder();
        await using var world = await SyncWorld.OpenAsync(setUp: false);
        await File.WriteAllTextAsync(folder.File("report.html"), "old");

        await ReadAsync(world, folder);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_told_with_the_next_step()
    {
        using var folder = new TemporaryFolder();
        await using var world = await SyncWorld.OpenAsync(setUp: false);

        var problem = await Assert.ThrowsAsync<SyncException>(
            () => world.Session.ExportReportAsync(new ReportRequest { Path = folder.File("absent/report.html") }, default));

        Assert.Equal("BcSync.Report.FileUnwritable", problem.Error.ErrorId);
        Assert.NotEmpty(problem.Error.RecommendedAction);
    }

    [Fact]
    public async Task A_report_asks_neither_system()
    {
        using var folder = new TemporaryFolder();
        await using var world = await SyncWorld.OpenAsync();
        await ReadAsync(world, folder);
        await world.FullSyncAsync(FullSyncAction.FullSync, "CURRENCY");
        await world.Desk.ResetRequestsAsync();

        await ReadAsync(world, folder);

        Assert.Empty(await world.Desk.RequestsAsync());
    }

    private static async Task<PageReader> ReadAsync(SyncWorld world, TemporaryFolder folder, DateTimeOffset? since = null)
    {
        var file = await world.Session.ExportReportAsync(new ReportRequest { Path = folder.File("report.html"), Since = since }, default);
        return new PageReader(await File.ReadAllTextAsync(file.FullName));
    }
}
