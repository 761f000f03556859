using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Reporting.Figures;

/// <summary>What failed, and what was written over.</summary>
internal sealed record TroubleFigures
{
    /// <summary>Errors by what went wrong, most frequent first.</summary>
    public required IReadOnlyList<ErrorKind> Kinds { get; init; }

    /// <summary>The latest errors, newest first.</summary>
    public required IReadOnlyList<BcSyncError> Latest { get; init; }

    /// <summary>How many values were written over, by mapping and field, most frequent first.</summary>
    public required IReadOnlyList<LostField> LostFields { get; init; }

    /// <summary>The latest of these values, newest first.</summary>
    public required IReadOnlyList<BcOverwrittenValue> LatestLost { get; init; }

    /// <summary>Errors in all.</summary>
    public long Errors => Kinds.Sum(kind => kind.Count);

    /// <summary>Conflicts that were left to a person.</summary>
    public long Conflicts => Kinds.Where(kind => kind.Class is FailureClass.Conflict).Sum(kind => kind.Count);

    /// <summary>Values written over in all.</summary>
    public long Lost => LostFields.Sum(lost => lost.Count);
}
