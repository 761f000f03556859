namespace BcSalesSync.Engine.Ports.Endpoints.Access;

/// <summary>Whose records a right reaches, from none to all.</summary>
public enum RightReach
{
    /// <summary>None: the user lacks the right.</summary>
    None,

    /// <summary>The user's own.</summary>
    User,

    /// <summary>Those of the user's business unit.</summary>
    BusinessUnit,

    /// <summary>Those of the user's business unit and of the units below it.</summary>
    BusinessUnits,

    /// <summary>All.</summary>
    Organization,
}
