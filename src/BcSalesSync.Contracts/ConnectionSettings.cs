using System.Net;
using System.Security;

namespace BcSalesSync.Contracts;

/// <summary>What a connection is made from. Secrets come as callbacks or <see cref="SecureString"/> and are never stored.</summary>
public sealed record ConnectionSettings
{
    /// <summary>True to simulate both systems in process; then no address and no token is needed.</summary>
    public bool Sandbox { get; init; }

    /// <summary>File that keeps the simulated systems; null keeps them in memory.</summary>
    public string? SandboxPath { get; init; }

    /// <summary>Seed of the simulated systems: empty, cronus or scale:N; null is cronus.</summary>
    public string? Seed { get; init; }

    /// <summary>Base address of Business Central's API v2.0; http for loopback only.</summary>
    public Uri? BusinessCentralUrl { get; init; }

    /// <summary>Name or id of the company; null takes the only one.</summary>
    public string? Company { get; init; }

    /// <summary>Base address of the Dataverse Web API; http for loopback only.</summary>
    public Uri? SalesUrl { get; init; }

    /// <summary>By which way rows of Sales are read and written; over the Web API for a sandbox.</summary>
    public SalesTransport SalesTransport { get; init; }

    /// <summary>Gives an access token for the resource whose base address is passed; null where <see cref="SignIn"/> says how to get one.</summary>
    public Func<Uri, CancellationToken, Task<SecureString>>? TokenSource { get; init; }

    /// <summary>How to sign in to both systems; null where <see cref="TokenSource"/> has the tokens, and for a sandbox.</summary>
    public SignIn? SignIn { get; init; }

    /// <summary>
    /// Further applications that share the requests to Business Central, which counts its limits for each; none where one is enough. They
    /// need the permissions of the first, and take part where <see cref="SignIn"/> signs in an application.
    /// </summary>
    public IReadOnlyList<SignIn> AdditionalSignIns { get; init; } = [];

    /// <summary>User and web service key of a Business Central on premises; null where it takes the same sign-in as Sales.</summary>
    public NetworkCredential? BusinessCentralCredential { get; init; }

    /// <summary>Path of the state file; null takes the default folder of the user, or memory for a sandbox without file.</summary>
    public string? StatePath { get; init; }

    /// <summary>
    /// Connection string of a PostgreSQL database that keeps the state instead of a file, for several machines; null for a file. Encrypted
    /// except on this machine; Search Path names the schema, which is bcsalessync when it does not.
    /// </summary>
    public SecureString? StateConnectionString { get; init; }
}
