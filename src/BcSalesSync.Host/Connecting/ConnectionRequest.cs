namespace BcSalesSync.Host.Connecting;

// What a verb was told about the connection. Of secrets only the places where they are kept.
internal sealed record ConnectionRequest
{
    public bool Sandbox { get; init; }

    public string? SandboxData { get; init; }

    public string? Seed { get; init; }

    public string? Profile { get; init; }

    public string? BusinessCentralUrl { get; init; }

    public string? SalesUrl { get; init; }

    public string? Company { get; init; }

    public string? TenantId { get; init; }

    public string? ClientId { get; init; }

    public string? ClientSecretVariable { get; init; }

    public string? ClientSecretFile { get; init; }

    public string? CertificatePath { get; init; }

    public string? CertificatePasswordFile { get; init; }

    public bool ManagedIdentity { get; init; }

    public string? AccessTokenVariable { get; init; }

    public string? State { get; init; }

    public string? StateConnectionVariable { get; init; }

    public string? StateConnectionFile { get; init; }
}
