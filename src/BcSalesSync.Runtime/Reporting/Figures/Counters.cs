using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Reporting.Figures;

/// <summary>What jobs did to records.</summary>
internal sealed record Counters
{
    /// <summary>Nothing.</summary>
    public static Counters None { get; } = new();

    /// <summary>Jobs.</summary>
    public long Jobs { get; init; }

    /// <summary>Counterparts created.</summary>
    public long Created { get; init; }

    /// <summary>Records written.</summary>
    public long Updated { get; init; }

    /// <summary>Records deleted.</summary>
    public long Deleted { get; init; }

    /// <summary>Records that failed.</summary>
    public long Failed { get; init; }

    /// <summary>Records left alone.</summary>
    public long Skipped { get; init; }

    /// <summary>Records that needed nothing.</summary>
    public long Unchanged { get; init; }

    /// <summary>Records that were written, whatever way.</summary>
    public long Written => Created + Updated + Deleted;

    /// <summary>What charts stack.</summary>
    public long Shown => Written + Failed;

    /// <summary>With a job added.</summary>
    public Counters Plus(BcSyncJob job) => Plus(new Counters
    {
        Jobs = 1,
        Created = job.Inserted,
        Updated = job.Modified,
        Deleted = job.Deleted,
        Failed = job.Failed,
        Skipped = job.Skipped,
        Unchanged = job.Unchanged,
    });

    /// <summary>The sum.</summary>
    public Counters Plus(Counters other) => new()
    {
        Jobs = Jobs + other.Jobs,
        Created = Created + other.Created,
        Updated = Updated + other.Updated,
        Deleted = Deleted + other.Deleted,
        Failed = Failed + other.Failed,
        Skipped = Skipped + other.Skipped,
        Unchanged = Unchanged + other.Unchanged,
    };
}
