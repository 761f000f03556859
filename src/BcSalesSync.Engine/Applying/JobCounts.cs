using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Applying;

/// <summary>Counts of one page, to be added to a job (spec/engine.md 3.10).</summary>
internal sealed record JobCounts
{
    /// <summary>Counterparts created.</summary>
    public int Inserted { get; init; }

    /// <summary>Records written.</summary>
    public int Modified { get; init; }

    /// <summary>Records deleted.</summary>
    public int Deleted { get; init; }

    /// <summary>Records that needed nothing.</summary>
    public int Unchanged { get; init; }

    /// <summary>Records left alone.</summary>
    public int Skipped { get; init; }

    /// <summary>Records that failed.</summary>
    public int Failed { get; init; }

    /// <summary>Couplings made without creating.</summary>
    public int Coupled { get; init; }

    /// <summary>Couplings removed.</summary>
    public int Uncoupled { get; init; }

    /// <summary>The job with these counts added.</summary>
    public BcSyncJob AddTo(BcSyncJob job) => job with
    {
        Inserted = job.Inserted + Inserted,
        Modified = job.Modified + Modified,
        Deleted = job.Deleted + Deleted,
        Unchanged = job.Unchanged + Unchanged,
        Skipped = job.Skipped + Skipped,
        Failed = job.Failed + Failed,
        Coupled = job.Coupled + Coupled,
        Uncoupled = job.Uncoupled + Uncoupled,
    };
}
