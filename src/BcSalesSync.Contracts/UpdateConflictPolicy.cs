namespace BcSalesSync.Contracts;

/// <summary>What happens when the same field was changed differently on both sides (spec/engine.md 3.5).</summary>
public enum UpdateConflictPolicy
{
    /// <summary>Nothing is written; the conflict is reported.</summary>
    Fail,

    /// <summary>The Business Central value wins.</summary>
    SendToSales,

    /// <summary>The Sales value wins.</summary>
    GetFromSales,

    /// <summary>The value of the record that was modified later wins; equal times favour Business Central.</summary>
    NewerWins,
}
