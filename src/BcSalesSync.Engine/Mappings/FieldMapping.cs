using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings.Transformations;

namespace BcSalesSync.Engine.Mappings;

/// <summary>One pair of fields of a table mapping, as it is stored (spec/mappings.md 2).</summary>
public sealed record FieldMapping
{
    /// <summary>Field in Business Central; null when the source is a constant or is computed.</summary>
    public string? BcField { get; init; }

    /// <summary>Column in Sales; null when the source is a constant or is computed.</summary>
    public string? SalesField { get; init; }

    /// <summary>Directions in which the field travels; the table mapping's direction narrows it further.</summary>
    public SyncDirection Direction { get; init; }

    /// <summary>Constant written instead of a source field; null when there is none.</summary>
    public string? Constant { get; init; }

    /// <summary>False leaves the row out.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>An uncoupled reference empties the destination instead of failing the record.</summary>
    public bool ClearOnFailedSync { get; init; }

    /// <summary>An empty reference leaves the destination as it is.</summary>
    public bool NotNull { get; init; }

    /// <summary>Criterion of match-based coupling.</summary>
    public bool UseForMatching { get; init; }

    /// <summary>Matching respects case.</summary>
    public bool CaseSensitive { get; init; }

    /// <summary>Group in which the criterion is tried, ascending; 0 first.</summary>
    public int MatchPriority { get; init; }

    /// <summary>
    /// Mapping through whose couplings the reference is translated; null when the field is no reference. Rows with the same column of Sales
    /// are alternatives: the first whose field is filled takes part, and of those with the same field the first whose record is coupled.
    /// </summary>
    public string? LookupMapping { get; init; }

    /// <summary>A record without the reference is passed over instead of being created on the other side.</summary>
    public bool Required { get; init; }

    /// <summary>The coupling of a record goes when that of the record it refers to by this row is removed (spec/mappings.md 1.4).</summary>
    public bool UncouplesAlong { get; init; }

    /// <summary>
    /// Field in Business Central with the id of the record that <see cref="BcField"/> names by a code other records share; null when the
    /// field itself tells which record is meant.
    /// </summary>
    public string? ReferenceField { get; init; }

    /// <summary>Lowest number that is written; what is lower becomes it. Null when any number may be.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>
    /// The value travels from the time it was filled first: until then, none and 0 are no statement and leave the destination as it is.
    /// </summary>
    public bool OnceFilled { get; init; }

    /// <summary>True when a blank code stands for the local currency (spec/mappings.md 2.0).</summary>
    public bool BlankIsLocalCurrency { get; init; }

    /// <summary>
    /// Entity set in Business Central whose codes are matched with the labels of the choice; null when the field is no such choice.
    /// </summary>
    public string? OptionTable { get; init; }

    /// <summary>
    /// Field in Business Central that stands in towards Sales when <see cref="BcField"/> is blank; null when blank stays blank.
    /// </summary>
    public string? WhenBlank { get; init; }

    /// <summary>
    /// What happens to the value on its way to Sales, undone on the way back; on the way to Business Central when the row goes only
    /// there. Null when it travels as it is.
    /// </summary>
    public TransformationChain? Transform { get; init; }

    /// <summary>Name of the computation that gives the value; null when a field or constant does (spec/mappings.md 3).</summary>
    public string? Computed { get; init; }

    /// <summary>Columns that the computation reads beside the field, on either side, separated by commas; null for none.</summary>
    public string? Reads { get; init; }

    /// <summary>True when the value is given only to records that are being created.</summary>
    public bool OnCreateOnly { get; init; }

    /// <summary>True when the value is given only to records that exist: a new one has it by itself.</summary>
    public bool OnUpdateOnly { get; init; }

    /// <summary>
    /// Field in Business Central that the row makes up for: it takes part only where the connection does not offer that field, in place of
    /// other rows to the same column, and edits of both sides are merged. Null for rows that always take part.
    /// </summary>
    public string? InsteadOf { get; init; }

    /// <summary>Switches under which the row belongs to its mapping; null for always.</summary>
    public MappingCondition? When { get; init; }

    /// <summary>Set by the engine itself and not to be edited (spec/mappings.md 2.23).</summary>
    public bool BuiltIn { get; init; }
}
