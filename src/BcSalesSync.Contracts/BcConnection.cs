namespace BcSalesSync.Contracts;

/// <summary>A connection to both systems, as Connect-BcSync emits it. Holds no secret.</summary>
public sealed record BcConnection
{
    /// <summary>Name that identifies the connection; its state file is named after it.</summary>
    public required string Name { get; init; }

    /// <summary>Base address of API v2.0.</summary>
    public required string BusinessCentralUrl { get; init; }

    /// <summary>Name of the company.</summary>
    public required string Company { get; init; }

    /// <summary>SystemId of the company.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>Base address of the Dataverse Web API.</summary>
    public required string SalesUrl { get; init; }

    /// <summary>True when both systems are simulated.</summary>
    public bool IsSandbox { get; init; }

    /// <summary>0 = API v2.0 only, 2 = with the companion app (spec/wire-bc.md 9.4).</summary>
    public int Tier { get; init; }

    /// <summary>Code of the local currency.</summary>
    public required string LocalCurrency { get; init; }

    /// <summary>Where the state is kept; never a secret.</summary>
    public required string State { get; init; }
}
