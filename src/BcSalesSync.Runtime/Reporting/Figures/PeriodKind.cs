namespace BcSalesSync.Runtime.Reporting.Figures;

/// <summary>What time is cut into.</summary>
internal enum PeriodKind
{
    /// <summary>Days (UTC).</summary>
    Day,

    /// <summary>Weeks from Monday to Sunday (UTC).</summary>
    Week,

    /// <summary>Months (UTC).</summary>
    Month,
}
