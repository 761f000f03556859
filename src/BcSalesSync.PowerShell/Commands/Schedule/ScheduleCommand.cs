using BcSalesSync.PowerShell.Output;

namespace BcSalesSync.PowerShell.Commands.Schedule;

/// <summary>A cmdlet that names entries of the schedule.</summary>
public abstract class ScheduleCommand : ConnectedCommand
{
    private protected ScheduleCommand()
    {
    }

    private protected CommandError MissingEntry(string name) => Refuse(
        "BcSync.Schedule.NoSuchEntry", $"The schedule has no entry '{name}'.", "Get-BcSyncSchedule lists the entries.", name);
}
