namespace BcSalesSync.Contracts;

/// <summary>Selects couplings; members that are null do not narrow.</summary>
public sealed record CouplingQuery
{
    /// <summary>Name or wildcard of the mapping.</summary>
    public string? Mapping { get; init; }

    /// <summary>Either side; number and name may hold wildcards.</summary>
    public RecordSelector? Records { get; init; }

    /// <summary>True when number and name are meant as they stand, * and ? included, as in rows of a file.</summary>
    public bool Literal { get; init; }

    /// <summary>Only those left alone.</summary>
    public bool Skipped { get; init; }

    /// <summary>Only those whose last attempt failed.</summary>
    public bool Failed { get; init; }

    /// <summary>Only those whose record is gone on one side or both; both systems are asked.</summary>
    public bool Broken { get; init; }
}
