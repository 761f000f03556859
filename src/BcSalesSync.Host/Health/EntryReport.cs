using BcSalesSync.Contracts;

namespace BcSalesSync.Host.Health;

// An entry of the schedule: its last run, how that went, and its next one.
internal sealed record EntryReport(
    string Name, string State, DateTimeOffset? LastRun, string? LastResult, int LastFailed, DateTimeOffset? NextRun, ProblemReport? Problem)
{
    public static EntryReport Of(BcScheduleEntry entry) => new(
        entry.Name, entry.State.ToString(), entry.LastRun, entry.LastResult?.ToString(), entry.LastFailed, entry.NextRun,
        ProblemReport.Of(entry.LastError));
}
