namespace BcSalesSync.Engine.Ports.Endpoints;

/// <summary>What a write does.</summary>
public enum WriteKind
{
    /// <summary>Creates a record.</summary>
    Create,

    /// <summary>Changes given columns of a record that must exist.</summary>
    Update,

    /// <summary>Deletes a record.</summary>
    Delete,
}
