using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Reporting.Figures;

/// <summary>Requests of a session to one system.</summary>
internal sealed record RequestFigures
{
    /// <summary>The system.</summary>
    public required SystemSide Side { get; init; }

    /// <summary>Requests sent, each attempt counted.</summary>
    public long Sent { get; init; }

    /// <summary>Attempts after a first one.</summary>
    public long Repeated { get; init; }

    /// <summary>Times that the system asked to send less, alone or within a batch.</summary>
    public long Throttled { get; init; }

    /// <summary>Pauses that it asked for, added up; they overlap where requests went beside each other.</summary>
    public TimeSpan Pauses { get; init; }

    /// <summary>Time from sending to the end of the answer, added up.</summary>
    public TimeSpan Busy { get; init; }
}
