using System.Security.Cryptography.X509Certificates;

namespace BcSalesSync.Sandbox;

/// <summary>The sign-in service of a sandbox: one tenant with its registered applications and one user.</summary>
public sealed record SandboxSignIn
{
    /// <summary>Id of the tenant.</summary>
    public string TenantId { get; init; } = "11111111-0000-4000-8000-000000000001";

    /// <summary>Id of the application, and of the user-assigned managed identity.</summary>
    public string ClientId { get; init; } = "11111111-0000-4000-8000-000000000002";

    /// <summary>Id of the user.</summary>
    public string UserId { get; init; } = "11111111-0000-4000-8000-000000000003";

    /// <summary>Ids of further applications, with the secret and the certificate of the first.</summary>
    public IReadOnlyCollection<string> AdditionalClientIds { get; init; } = [];

    /// <summary>Secret of the application; null when it has none.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>Certificate that was uploaded for the application; null when none was.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>True where the machine has an identity of its own.</summary>
    public bool HasManagedIdentity { get; init; }

    /// <summary>Systems, <c>bc</c> and <c>sales</c>, that an admin consented to.</summary>
    public IReadOnlyCollection<string> Consents { get; init; } = ["bc", "sales"];

    /// <summary>How long a token is valid, on the sandbox's clock.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromHours(1);
}
