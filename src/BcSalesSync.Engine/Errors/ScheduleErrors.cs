using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Errors;

/// <summary>Problems with the schedule.</summary>
internal static class ScheduleErrors
{
    public static BcSyncError NoSuchEntry(DateTimeOffset time, string name) => Of(
        time,
        "BcSync.Schedule.NoSuchEntry",
        $"The schedule has no entry '{name}'.",
        "Get-BcSyncSchedule lists the entries. That of a mapping comes with an interval (Set-BcTableMapping -IntervalMinutes), "
            + "others with a switch, such as Set-BcSyncSetup -AutoCreateSalesOrders $true.");

    /// <summary>A job of orders that travel both ways, while they do not (spec/documents.md 8.1, O-35).</summary>
    public static BcSyncError TwoWayOff(DateTimeOffset time, string name) => Of(
        time,
        "BcSync.Schedule.TwoWayOff",
        $"{name} runs only where orders travel both ways.",
        "Turn that on first: Set-BcSyncSetup -SalesOrderIntegration TwoWay.");

    public static BcSyncError BadInterval(DateTimeOffset time, string name) => Of(
        time,
        "BcSync.Schedule.BadInterval",
        $"Entry {name} needs at least one minute between its runs, and its idle time cannot be negative.",
        "Give -IntervalMinutes 1 or more; -IdleMinutes 0 means that it waits to be started by hand once it found nothing to do.");

    public static BcSyncError Unexpected(string name, Exception problem) => ErrorCatalog.Create(
        default,
        "BcSync.Schedule.Unexpected",
        FailureClass.Fatal,
        $"Entry {name} ended unexpectedly: {problem.Message}",
        $"The others go on. Repeat it with Invoke-BcSyncSchedule -Name {name} -Debug, and report the exception if it comes back.");

    private static BcSyncError Of(DateTimeOffset time, string id, string message, string nextStep) =>
        ErrorCatalog.Create(time, id, FailureClass.Configuration, message, nextStep);
}
