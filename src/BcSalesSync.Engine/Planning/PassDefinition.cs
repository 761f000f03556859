using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Engine.Planning;

/// <summary>One direction of one mapping, ready to run: rows that take part, tables as they are, filters resolved.</summary>
public sealed record PassDefinition
{
    /// <summary>The mapping.</summary>
    public required TableMapping Mapping { get; init; }

    /// <summary>The direction; never Both.</summary>
    public required SyncDirection Direction { get; init; }

    /// <summary>The table values come from.</summary>
    public required TableSchema SourceTable { get; init; }

    /// <summary>The table values go to.</summary>
    public required TableSchema DestinationTable { get; init; }

    /// <summary>Condition that uncoupled and changed records of the source must meet.</summary>
    public required Filter SourceFilter { get; init; }

    /// <summary>Condition that counterparts must meet to be coupled by matching.</summary>
    public required Filter DestinationFilter { get; init; }

    /// <summary>Rows that take part in this direction, in the order in which values are written.</summary>
    public required IReadOnlyList<PassField> Fields { get; init; }

    /// <summary>Values for records that are created, in the order in which they are tried.</summary>
    public IReadOnlyList<PassTemplate> Templates { get; init; } = [];

    /// <summary>
    /// Source columns of rows that travel only the other way; a change of one of them means that the other direction has to run
    /// again.
    /// </summary>
    public required IReadOnlyList<string> ReverseOnlyColumns { get; init; }

    /// <summary>Columns to read of the source.</summary>
    public required IReadOnlyList<string> SourceColumns { get; init; }

    /// <summary>Columns to read of the destination.</summary>
    public required IReadOnlyList<string> DestinationColumns { get; init; }

    /// <summary>True when nothing may be written to the destination: it belongs to the system's set-up, and no admin has allowed it.</summary>
    public bool IsDestinationClosed { get; init; }

    /// <summary>True when its records have parts that travel with them, so that a record that did not change may have to be looked at.</summary>
    public bool HasParts { get; init; }

    /// <summary>How locked rows of the destination are written; null when none are.</summary>
    public RowLock? Lock => Direction is SyncDirection.ToSales ? Mapping.Lock : null;

    /// <summary>Side values come from.</summary>
    public SystemSide Source => Direction is SyncDirection.ToSales ? SystemSide.BusinessCentral : SystemSide.Sales;

    /// <summary>Side values go to.</summary>
    public SystemSide Destination => Direction is SyncDirection.ToSales ? SystemSide.Sales : SystemSide.BusinessCentral;

    /// <summary>The other direction.</summary>
    public SyncDirection Reverse => Direction is SyncDirection.ToSales ? SyncDirection.ToBusinessCentral : SyncDirection.ToSales;
}
