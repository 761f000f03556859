using System.Globalization;
using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Tests.Reporting;

[Collection(ReportCollection.Name)]
public sealed class ReportTests(WrittenReport report)
{
    private readonly PageReader page = new(report.Text);

    [Fact]
    public void Each_mapping_stands_there_as_its_status_says() => Assert.All(report.Status, line =>
    {
        Assert.Equal(Shown(line.Couplings), page.Cell("Status of each mapping", line.Mapping, "Coupled"));
        Assert.Equal(Shown(line.Skipped), page.Cell("Status of each mapping", line.Mapping, "Skipped"));
        Assert.Equal(Shown(line.Failed), page.Cell("Status of each mapping", line.Mapping, "Failed"));
    });

    [Fact]
    public void A_last_run_is_told_for_each_direction()
    {
        var last = report.Jobs.First(job => job is { Mapping: "CUSTOMER", Direction: SyncDirection.ToSales });

        Assert.StartsWith(Shown(last.Finished!.Value), page.Cell("Status of each mapping", "CUSTOMER", "Last to Sales"), StringComparison.Ordinal);
        Assert.Equal("–", page.Cell("Status of each mapping", "CURRENCY", "Last to Business Central"));
    }

    [Fact]
    public void Records_are_added_up_by_day()
    {
        var days = report.Jobs.GroupBy(job => job.Started.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(7, days.Count);
        Assert.All(days, day =>
        {
            Assert.Equal(Shown(day.Sum(job => job.Inserted)), page.Cell("Records by day", day.Key, "Created"));
            Assert.Equal(Shown(day.Sum(job => job.Modified)), page.Cell("Records by day", day.Key, "Updated"));
            Assert.Equal(Shown(day.Sum(job => job.Failed)), page.Cell("Records by day", day.Key, "Failed"));
            Assert.Equal(Shown(day.Count()), page.Cell("Records by day", day.Key, "Jobs"));
        });
    }

    [Fact]
    public void Records_are_added_up_by_mapping() => Assert.All(report.Jobs.GroupBy(job => job.Mapping), mapping =>
    {
        Assert.Equal(Shown(mapping.Sum(job => job.Inserted)), page.Cell("Records by mapping", mapping.Key, "Created"));
        Assert.Equal(Shown(mapping.Sum(job => job.Modified)), page.Cell("Records by mapping", mapping.Key, "Updated"));
    });

    [Fact]
    public void Errors_are_counted_by_what_went_wrong_with_the_next_step()
    {
        Assert.True(report.Errors.Count > 1);
        Assert.All(report.Errors.GroupBy(error => error.ErrorId), kind =>
        {
            Assert.Equal(Shown(kind.Count()), page.Cell("Errors by what went wrong", kind.Key, "Count"));
            Assert.Equal(kind.First().RecommendedAction, page.Cell("Errors by what went wrong", kind.Key, "Next step"));
        });
    }

    [Fact]
    public void Conflicts_and_values_written_over_are_told()
    {
        Assert.NotEmpty(report.Lost);
        Assert.Contains(report.Errors, error => error.Class is FailureClass.Conflict);
        Assert.Contains(page.Root.Descendants("p"), text => text.Value.Contains("left to a person; they stand among the errors", StringComparison.Ordinal));
        Assert.Equal(
            report.Lost.Take(20).Select(lost => (lost.Field, lost.LostValue ?? "(empty)", lost.KeptValue ?? "(empty)")),
            page.Table("The latest of them").Skip(1).Select(cells => (cells[4], cells[5], cells[6])));
    }

    [Fact]
    public void The_full_synchronisation_has_a_bar_for_each_mapping_and_direction()
    {
        var run = report.Jobs.Where(job => job.Type is SyncJobType.FullSync).GroupBy(job => job.RunId).MaxBy(jobs => jobs.Count())!.ToList();
        var chart = page.Root.Descendants("svg").Single(chart => chart.Element("title")?.Value == "When each mapping and direction ran");

        Assert.Equal(run.Count, chart.Elements("rect").Count(bar => bar.Attribute("class")!.Value is "updated" or "failed"));
        Assert.Equal(run.Count, page.Table("Begin and end of each").Count - 1);
    }

    [Fact]
    public void The_slowest_run_comes_first()
    {
        var longest = report.Jobs.Where(job => job.Finished is not null).Max(job => job.Finished - job.Started);

        Assert.True(longest > TimeSpan.Zero);
        Assert.Contains(page.Table("The slowest runs")[1][0], report.Jobs.Where(job => job.Finished - job.Started == longest).Select(job => job.Mapping));
    }

    [Fact]
    public void What_the_session_was_asked_to_wait_is_told()
    {
        Assert.NotEqual("0", page.Cell("Requests of this session", "Sales", "Throttled"));
        Assert.NotEqual("0 ms", page.Cell("Requests of this session", "Sales", "Pauses asked for"));
        Assert.Equal("0", page.Cell("Requests of this session", "Business Central", "Throttled"));
    }

    [Fact]
    public void The_schedule_is_told() => Assert.Equal(report.Schedule.Select(entry => entry.Name), page.Table("The schedule").Skip(1).Select(cells => cells[0]));

    [Fact]
    public void What_strangers_wrote_is_text_and_nothing_else()
    {
        Assert.DoesNotContain("<script", report.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", report.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(page.Root.Descendants("td"), cell => cell.Value.Contains(LivedInWorld.HostileName, StringComparison.Ordinal));
        Assert.Contains(page.Root.Descendants("td"), cell => cell.Value.Contains(LivedInWorld.HostileMessage, StringComparison.Ordinal));
        Assert.DoesNotContain(page.Attributes, attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_refers_to_nothing_outside_itself()
    {
        Assert.All(page.Attributes.Where(attribute => attribute.Name.LocalName is "href" or "src" or "xmlns" or "action" or "style"),
            attribute => Assert.StartsWith("#", attribute.Value, StringComparison.Ordinal));
        Assert.DoesNotContain(page.Root.Descendants(), element => element.Name.LocalName is "script" or "link" or "iframe" or "img" or "object");
        Assert.DoesNotContain("url(", report.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", report.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(page.Root.Descendants("meta"), meta => meta.Attribute("content")?.Value.StartsWith("default-src 'none'", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public void Every_link_and_every_label_finds_what_it_names()
    {
        var ids = page.Attributes.Where(attribute => attribute.Name == "id").Select(attribute => attribute.Value).ToList();
        var named = page.Attributes.Where(attribute => attribute.Name == "aria-labelledby").SelectMany(attribute => attribute.Value.Split(' '));
        var linked = page.Attributes.Where(attribute => attribute.Name == "href").Select(attribute => attribute.Value[1..]);

        Assert.Equal(ids.Distinct(), ids);
        Assert.Empty(named.Concat(linked).Except(ids));
    }

    [Fact]
    public void A_chart_says_in_words_what_it_shows() => Assert.All(
        page.Root.Descendants("svg").Where(chart => chart.Attribute("aria-hidden") is null),
        chart => Assert.All(new[] { chart.Element("title"), chart.Element("desc") }, text => Assert.NotEmpty(text!.Value)));

    [Fact]
    public void Nothing_but_the_report_is_left_in_the_folder() => Assert.Equal([report.Path], report.Files);

    private static string Shown(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Shown(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
