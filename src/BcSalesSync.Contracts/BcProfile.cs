namespace BcSalesSync.Contracts;

/// <summary>How to make a connection again, under a name. Holds where secrets are found, never a secret.</summary>
public sealed record BcProfile
{
    /// <summary>Name of the profile.</summary>
    public required string Name { get; init; }

    /// <summary>Base address of API v2.0.</summary>
    public required Uri BusinessCentralUrl { get; init; }

    /// <summary>Name or id of the company; null takes the only one.</summary>
    public string? Company { get; init; }

    /// <summary>Base address of the Dataverse Web API.</summary>
    public required Uri SalesUrl { get; init; }

    /// <summary>How to sign in; null where a token is given each time.</summary>
    public SignInMethod? SignIn { get; init; }

    /// <summary>Id or verified domain of the tenant; null where it is not needed.</summary>
    public string? TenantId { get; init; }

    /// <summary>Id of the application or user-assigned identity; null where it is not needed.</summary>
    public string? ClientId { get; init; }

    /// <summary>Ids of further applications that share the requests to Business Central; null for none.</summary>
    public IReadOnlyList<string>? AdditionalClientIds { get; init; }

    /// <summary>Name of the client secret in a vault of SecretManagement; null when it is not kept in one.</summary>
    public string? SecretName { get; init; }

    /// <summary>The vault; null takes the default one.</summary>
    public string? SecretVault { get; init; }

    /// <summary>Environment variable that holds the client secret; null when none does.</summary>
    public string? SecretVariable { get; init; }

    /// <summary>Thumbprint of the certificate in a store; null for one from a file.</summary>
    public string? CertificateThumbprint { get; init; }

    /// <summary>File of the certificate; null for one in a store.</summary>
    public string? CertificatePath { get; init; }

    /// <summary>Address of the sign-in service; null takes the one of the cloud that Sales is in.</summary>
    public Uri? Authority { get; init; }

    /// <summary>App ID URI of a Business Central on premises; null for the one online.</summary>
    public string? BusinessCentralAudience { get; init; }

    /// <summary>State file; null takes the one in the user's own folder.</summary>
    public string? StatePath { get; init; }

    /// <summary>
    /// Connection string of the PostgreSQL database that keeps the state, without its password, which comes from PGPASSWORD or PGPASSFILE;
    /// null for a file.
    /// </summary>
    public string? StateConnection { get; init; }
}
