using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Mappings;

/// <summary>
/// Values for records that are being created, where no field row gives one (spec/mappings.md 1.3). Of several templates of a direction
/// the first by priority whose filter fits the source record counts.
/// </summary>
public sealed record CreationTemplate
{
    /// <summary>Direction in which records are created; never Both.</summary>
    public SyncDirection Direction { get; init; }

    /// <summary>Place among the templates, ascending; those with equal priority keep their order.</summary>
    public int Priority { get; init; }

    /// <summary>Condition on the source record; empty fits all.</summary>
    public string Filter { get; init; } = string.Empty;

    /// <summary>Values by column of the destination.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    /// <summary>The side records come from.</summary>
    internal SystemSide Source => Direction is SyncDirection.ToSales ? SystemSide.BusinessCentral : SystemSide.Sales;
}
