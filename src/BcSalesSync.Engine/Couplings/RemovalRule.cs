namespace BcSalesSync.Engine.Couplings;

/// <summary>Which couplings a removal takes that were changed since they were read.</summary>
internal enum RemovalRule
{
    /// <summary>All whose record and row still belong together: a person wants them gone.</summary>
    WhateverBecame,

    /// <summary>None: they are removed for what was found, which may have been mended meanwhile.</summary>
    AsRead,
}
