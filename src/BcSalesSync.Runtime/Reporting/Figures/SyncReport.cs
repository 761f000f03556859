using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Reporting.Figures;

/// <summary>Everything that a report shows.</summary>
internal sealed record SyncReport
{
    /// <summary>The connection.</summary>
    public required BcConnection Connection { get; init; }

    /// <summary>When it was put together.</summary>
    public required DateTimeOffset Made { get; init; }

    /// <summary>Begin of what it tells about.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>How the mappings stand, in the order in which they run.</summary>
    public required IReadOnlyList<MappingFigures> Mappings { get; init; }

    /// <summary>What was done, by time.</summary>
    public required History History { get; init; }

    /// <summary>What failed, and what was written over.</summary>
    public required TroubleFigures Trouble { get; init; }

    /// <summary>The jobs that took longest, longest first.</summary>
    public required IReadOnlyList<BcSyncJob> Slowest { get; init; }

    /// <summary>The full synchronisation.</summary>
    public required FullSyncFigures FullSync { get; init; }

    /// <summary>What runs by itself.</summary>
    public required IReadOnlyList<BcScheduleEntry> Schedule { get; init; }

    /// <summary>Requests of the session, a system each.</summary>
    public required IReadOnlyList<RequestFigures> Requests { get; init; }

    /// <summary>True when nothing has been synchronised in the time that the report tells about, and nothing is coupled.</summary>
    public bool IsEmpty => History.Total.Jobs == 0 && Mappings.All(mapping => mapping.Status is { Couplings: 0, LastRun: null });

    /// <summary>Mappings that somebody should look at.</summary>
    public IEnumerable<MappingFigures> Troubled => Mappings.Where(mapping => mapping.NeedsAttention);
}
