namespace BcSalesSync.Contracts;

/// <summary>What an entry of the schedule waits for.</summary>
public enum ScheduleState
{
    /// <summary>Its next time.</summary>
    Ready,

    /// <summary>Its idle time to pass, since the last run found nothing to do.</summary>
    Inactive,

    /// <summary>Somebody to let it go on.</summary>
    OnHold,
}
