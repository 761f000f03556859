namespace BcSalesSync.Engine.Ports.State;

/// <summary>Narrows a read of couplings; members that are false or null do not narrow.</summary>
public sealed record CouplingCondition
{
    /// <summary>Only those left alone.</summary>
    public bool Skipped { get; init; }

    /// <summary>True to read those that failed last first, instead of in the order of their numbers.</summary>
    public bool NewestFailureFirst { get; init; }

    /// <summary>Only those whose last attempt in some direction failed.</summary>
    public bool Failed { get; init; }

    /// <summary>Only this Business Central id.</summary>
    public Guid? BcId { get; init; }

    /// <summary>Only this number or code, without regard to case.</summary>
    public string? BcNo { get; init; }

    /// <summary>Only this Sales id.</summary>
    public Guid? SalesId { get; init; }

    /// <summary>Only this Sales name, without regard to case.</summary>
    public string? SalesName { get; init; }

    /// <summary>True when * and ? in number and name stand for other letters; a backtick before one takes it literally.</summary>
    public bool Wildcards { get; init; }
}
