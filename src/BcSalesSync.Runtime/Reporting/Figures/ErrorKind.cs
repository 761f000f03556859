using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Reporting.Figures;

/// <summary>Errors of one id.</summary>
internal sealed record ErrorKind
{
    /// <summary>The stable id.</summary>
    public required string ErrorId { get; init; }

    /// <summary>What it means for the next attempt.</summary>
    public required FailureClass Class { get; init; }

    /// <summary>How many.</summary>
    public required long Count { get; init; }

    /// <summary>Names of the mappings that met it.</summary>
    public required IReadOnlyList<string> Mappings { get; init; }

    /// <summary>The latest of them.</summary>
    public required BcSyncError Latest { get; init; }
}
