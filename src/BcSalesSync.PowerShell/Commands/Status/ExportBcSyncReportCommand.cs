using System.Management.Automation;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Commands.Status;

/// <summary>Writes one HTML page about how the synchronisation stands and what it did. The page loads nothing from anywhere.</summary>
[Cmdlet(VerbsData.Export, "BcSyncReport", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportBcSyncReportCommand : ConnectedCommand
{
    /// <summary>The HTML file to write; one that exists is replaced.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath")]
    public string Path { get; set; } = string.Empty;

    /// <summary>Tells about jobs that started at or after this time, local time unless it says otherwise; the last 30 days when not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public DateTimeOffset? Since { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        var request = new ReportRequest { Path = Streams.ResolvePath(Path), Since = Since };
        if (!Streams.ShouldProcess(request.Path, "Export a report of the synchronisation"))
            return;
        RunFor(Path, async (pump, cancellation) => pump.Output(await Session.ExportReportAsync(request, cancellation)));
    }
}
