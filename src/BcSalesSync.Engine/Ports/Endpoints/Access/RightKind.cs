namespace BcSalesSync.Engine.Ports.Endpoints.Access;

/// <summary>What may be done with the records of a table.</summary>
public enum RightKind
{
    /// <summary>Read them.</summary>
    Read,

    /// <summary>Create them.</summary>
    Create,

    /// <summary>Change them.</summary>
    Write,

    /// <summary>Delete them.</summary>
    Delete,

    /// <summary>Let them refer to others.</summary>
    Append,

    /// <summary>Let others refer to them.</summary>
    AppendTo,

    /// <summary>Give them to another owner.</summary>
    Assign,
}
