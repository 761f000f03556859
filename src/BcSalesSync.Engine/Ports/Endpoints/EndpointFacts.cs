namespace BcSalesSync.Engine.Ports.Endpoints;

/// <summary>Facts about a system that shape mappings. Members a system does not know are null.</summary>
public sealed record EndpointFacts
{
    /// <summary>0 = API v2.0 only, 2 = with the companion app; Dataverse always 2.</summary>
    public required int Tier { get; init; }

    /// <summary>Version of the system as it tells it; null when unknown.</summary>
    public string? Version { get; init; }

    /// <summary>What tells the system apart from others.</summary>
    public SystemIdentity? Identity { get; init; }

    /// <summary>Business Central: SystemId of the company. Dataverse: id of the company's row, null when there is none.</summary>
    public Guid? CompanyId { get; init; }

    /// <summary>Business Central: name of the company.</summary>
    public string? CompanyName { get; init; }

    /// <summary>Business Central: code of the local currency. Dataverse: ISO code of the base currency.</summary>
    public string? LocalCurrency { get; init; }

    /// <summary>Dataverse: id of the base currency's row.</summary>
    public Guid? BaseCurrencyId { get; init; }

    /// <summary>Dataverse: decimals of currencies (spec/mappings.md 3.2).</summary>
    public int? CurrencyPrecision { get; init; }

    /// <summary>Dataverse: id of the team that owns what the company creates; null when unknown.</summary>
    public Guid? DefaultOwningTeamId { get; init; }

    /// <summary>Id of the signed-in user, null when unknown.</summary>
    public Guid? UserId { get; init; }
}
