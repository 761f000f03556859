namespace BcSalesSync.Runtime.Reporting.Figures;

/// <summary>How recent the last run of a mapping is, measured by its schedule.</summary>
internal enum Freshness
{
    /// <summary>It has not run yet.</summary>
    NeverRun,

    /// <summary>It ran when it was due, or is due now.</summary>
    OnTime,

    /// <summary>It has been due for longer than its interval.</summary>
    Late,

    /// <summary>Its entry in the schedule is on hold.</summary>
    OnHold,

    /// <summary>Nothing but a person starts it.</summary>
    ByHand,
}
