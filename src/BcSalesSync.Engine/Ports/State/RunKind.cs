namespace BcSalesSync.Engine.Ports.State;

/// <summary>What a run does.</summary>
public enum RunKind
{
    /// <summary>Records or mappings at once.</summary>
    Now,

    /// <summary>A full synchronisation.</summary>
    Full,
}
