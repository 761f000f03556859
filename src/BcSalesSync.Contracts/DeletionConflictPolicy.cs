namespace BcSalesSync.Contracts;

/// <summary>What happens when the counterpart of a coupled record is gone (spec/engine.md 3.6).</summary>
public enum DeletionConflictPolicy
{
    /// <summary>The record fails and the coupling stays.</summary>
    Fail,

    /// <summary>The counterpart is created anew and coupled.</summary>
    RestoreRecord,

    /// <summary>The coupling is removed; the surviving record stays.</summary>
    RemoveCoupling,
}
