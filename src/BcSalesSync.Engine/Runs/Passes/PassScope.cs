namespace BcSalesSync.Engine.Runs.Passes;

/// <summary>Which records enter a pass.</summary>
internal enum PassScope
{
    /// <summary>What changed since the watermark, and what is due again.</summary>
    Changes,

    /// <summary>Everything; the pass goes on from its checkpoint when the run was interrupted.</summary>
    Everything,

    /// <summary>Only records that wait for nothing any more.</summary>
    Released,
}
