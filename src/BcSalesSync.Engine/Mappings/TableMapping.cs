using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Mappings;

/// <summary>A pair of tables and the rules by which they are kept in step, as it is stored (spec/mappings.md 1).</summary>
public sealed record TableMapping
{
    /// <summary>Name, upper case, for example CUSTOMER.</summary>
    public required string Name { get; init; }

    /// <summary>Place in the order of runs, ascending; mappings with equal order follow by name (spec/mappings.md 4.2).</summary>
    public int Order { get; init; }

    /// <summary>Entity set in Business Central.</summary>
    public required string BcTable { get; init; }

    /// <summary>Logical table name in Dataverse.</summary>
    public required string SalesTable { get; init; }

    /// <summary>Directions in which the mapping works.</summary>
    public SyncDirection Direction { get; init; }

    /// <summary>Runs never create counterparts of uncoupled records.</summary>
    public bool SyncOnlyCoupled { get; init; } = true;

    /// <summary>
    /// No run and no command creates counterparts, whatever it may do otherwise: the records come about another way, such as orders.
    /// </summary>
    public bool NeverCreates { get; init; }

    /// <summary>Condition in Business Central, in the filter syntax; empty for all.</summary>
    public string BcFilter { get; init; } = string.Empty;

    /// <summary>
    /// Condition in Sales; {company} stands for the company's row, and a condition with it falls away when there is no such row.
    /// </summary>
    public string SalesFilter { get; init; } = string.Empty;

    /// <summary>Records outside the condition in Business Central cannot be coupled either.</summary>
    public bool CouplesWithinFilter { get; init; }

    /// <summary>Mappings that come first.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>Rule for clashing edits.</summary>
    public UpdateConflictPolicy UpdateConflict { get; init; }

    /// <summary>Width of a conflict.</summary>
    public ConflictScope ConflictScope { get; init; }

    /// <summary>Rule for counterparts that are gone.</summary>
    public DeletionConflictPolicy DeletionConflict { get; init; }

    /// <summary>Minutes between scheduled runs; 0 for none.</summary>
    public int IntervalMinutes { get; init; }

    /// <summary>Minutes to the next run after one that found nothing; 0 for none.</summary>
    public int IdleMinutes { get; init; }

    /// <summary>False leaves the mapping out of runs.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>
    /// An uncoupled record is coupled to an uncoupled counterpart whose match fields are equal, before one is created
    /// (spec/engine.md 3.4).
    /// </summary>
    public bool MatchBeforeCreate { get; init; }

    /// <summary>Pairs that matching has coupled are synchronised at once (spec/engine.md 1.6).</summary>
    public bool SyncAfterCoupling { get; init; }

    /// <summary>
    /// What matches nothing is created in Sales. What is ambiguous or taken never is: it most likely has a partner already.
    /// </summary>
    public bool CreateNewIfNoMatch { get; init; }

    /// <summary>The mapping whose records these records belong to; null when they stand alone.</summary>
    public MappingParent? Parent { get; init; }

    /// <summary>What of it may stand for written-in products, which are never looked at; null when nothing may.</summary>
    public WriteInProductType? WriteInProduct { get; init; }

    /// <summary>Lowest capability tier on which the mapping works.</summary>
    public int Tier { get; init; }

    /// <summary>Field in Business Central with the number people know a record by; null for the one its name tells.</summary>
    public string? BcNumberField { get; init; }

    /// <summary>Field in Business Central with the name people know a record by; null for the one its name tells.</summary>
    public string? BcNameField { get; init; }

    /// <summary>Column in Sales with the name people know a row by; null for the table's own.</summary>
    public string? SalesNameField { get; init; }

    /// <summary>Column in Sales that no two rows share, so that a second row of its value is refused; null when there is none.</summary>
    public string? SalesKey { get; init; }

    /// <summary>How rows of Sales that their state locks are written; null when none are.</summary>
    public RowLock? Lock { get; init; }

    /// <summary>How records of Business Central that their status locks are written; null when none are.</summary>
    public DocumentLock? BcLock { get; init; }

    /// <summary>Records outside the conditions take no part even when they are coupled: documents that somebody is at work on.</summary>
    public bool OnlyWithinFilter { get; init; }

    /// <summary>The only direction in which counterparts are created by runs and on request; null for both.</summary>
    public SyncDirection? CreatesTowards { get; init; }

    /// <summary>Switches under which the mapping belongs to the set; null for always.</summary>
    public MappingCondition? When { get; init; }

    /// <summary>The couplings go when the switches no longer want the mapping (spec/mappings.md 5.1).</summary>
    public bool UncoupleOnRemoval { get; init; }

    /// <summary>Values for records that are being created; null for none.</summary>
    public IReadOnlyList<CreationTemplate>? Templates { get; init; }

    /// <summary>The field rows, in the order in which values are written.</summary>
    public required IReadOnlyList<FieldMapping> Fields { get; init; }

    /// <summary>Couplings are unique within a family: the same pair of tables, whichever mapping made them.</summary>
    public string Family => $"{BcTable}|{SalesTable}";

    /// <summary>True when the Sales side is the options of a choice column, such as account.paymenttermscode (spec/engine.md 1.7).</summary>
    public bool IsOptionMapping => SalesTable.Contains('.', StringComparison.Ordinal);

    /// <summary>True when its records are parts of others, which they travel with.</summary>
    public bool IsPart => Parent?.SalesField is not null;

    /// <summary>True when the switches want the mapping.</summary>
    public bool BelongsTo(BcSyncSetup setup) => When?.Holds(setup) is not false;
}
