namespace BcSalesSync.Contracts;

/// <summary>How wide a conflict is drawn.</summary>
public enum ConflictScope
{
    /// <summary>Only a field changed differently on both sides clashes; other edits merge.</summary>
    Field,

    /// <summary>Any two-way difference clashes when both records changed, as in Business Central's own integration (spec/engine.md 3.4).</summary>
    Record,
}
