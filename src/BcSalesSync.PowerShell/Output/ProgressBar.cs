using System.Management.Automation;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Output;

/// <summary>Turns the progress of a run into PowerShell's records: one bar for the run, one below it for each mapping.</summary>
internal static class ProgressBar
{
    // Far from the small numbers that scripts choose for their own bars.
    private const int FirstActivity = 73_000;

    internal static ProgressRecord ToRecord(BcProgress progress) =>
        new(FirstActivity + progress.Id, Said(progress.Activity), Said(progress.Status))
        {
            ParentActivityId = progress.Id == 0 ? -1 : FirstActivity,
            PercentComplete = Math.Clamp(progress.PercentComplete, -1, 100),
            RecordType = progress.Completed ? ProgressRecordType.Completed : ProgressRecordType.Processing,
        };

    // PowerShell refuses empty texts.
    private static string Said(string text) => string.IsNullOrEmpty(text) ? " " : text;
}
