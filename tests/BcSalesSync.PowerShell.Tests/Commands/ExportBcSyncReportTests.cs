using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Commands.Status;
using BcSalesSync.PowerShell.Tests.Doubles;
using static BcSalesSync.PowerShell.Tests.Doubles.CommandRun;

namespace BcSalesSync.PowerShell.Tests.Commands;

public sealed class ExportBcSyncReportTests
{
    [Fact]
    public void The_path_is_the_one_that_the_shell_means_and_the_file_is_emitted()
    {
        var since = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

        var run = Connected().Invoke(new ExportBcSyncReportCommand { Path = "report.html", Since = since });

        Assert.Equal(new ReportRequest { Path = "/resolved/report.html", Since = since }, run.Session.Calls.Single().Argument);
        Assert.Equal("/resolved/report.html", Assert.IsType<FileInfo>(Assert.Single(run.Streams.Outputs)).ToString());
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_an_error_about_its_path()
    {
        var session = new FakeSession { Before = (_, _) => throw new SyncException(Samples.Error(FailureClass.Configuration, "BcSync.Report.FileUnwritable")) };

        var run = Connected(session).Invoke(new ExportBcSyncReportCommand { Path = "report.html" });

        var error = Assert.Single(run.Streams.Errors);
        Assert.Equal(("BcSync.Report.FileUnwritable", "report.html"), (error.Id, error.Target));
        Assert.Empty(run.Streams.Outputs);
    }
}
