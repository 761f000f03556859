namespace BcSalesSync.Sandbox;

/// <summary>How a sandbox starts.</summary>
public sealed record SandboxOptions
{
    /// <summary>The data to start with: <c>empty</c>, <c>cronus</c> or <c>scale:N</c>.</summary>
    public string Seed { get; init; } = "cronus";

    /// <summary>
    /// A SQLite file that keeps what was written, across restarts and kills of the process; null keeps everything in memory. A file
    /// that exists wins over <see cref="Seed"/>.
    /// </summary>
    public string? DataPath { get; init; }

    /// <summary>0 = Business Central offers API v2.0 alone; 2 = the companion API as well.</summary>
    public int Tier { get; init; } = 2;

    /// <summary>
    /// Whether Dataverse has Microsoft's two solutions for Business Central: the company's table and columns, the numbers of orders, and the
    /// account statistics.
    /// </summary>
    public bool BusinessCentralSolutions { get; init; } = true;

    /// <summary>How long every request waits before it is worked on.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>The only bearer token accepted; null accepts any, but never none.</summary>
    public string? RequireToken { get; init; }

    /// <summary>
    /// A sign-in service beside the systems, which then accept its tokens only; null for none. It answers at the sandbox's own root, as
    /// authority, and as the identity service of the machine.
    /// </summary>
    public SandboxSignIn? SignIn { get; init; }

    /// <summary>The limits that both systems enforce; null for none.</summary>
    public SandboxLimits? Limits { get; init; }

    /// <summary>The clock both systems run on.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Business Central API v2.0 of an in-process sandbox.</summary>
    public static Uri BusinessCentralAddress { get; } = new("http://127.0.0.1:7700/bc/v2.0/sandbox/Production/api/v2.0/");

    /// <summary>The companion API of an in-process sandbox.</summary>
    public static Uri CompanionAddress { get; } = new("http://127.0.0.1:7700/bc/v2.0/sandbox/Production/api/bcsalessync/sync/v1.0/");

    /// <summary>The Dataverse Web API of an in-process sandbox.</summary>
    public static Uri SalesAddress { get; } = new("http://127.0.0.1:7700/sales/api/data/v9.2/");

    /// <summary>The control API of an in-process sandbox.</summary>
    public static Uri ControlAddress { get; } = new("http://127.0.0.1:7700/sandbox/");
}
