using System.Management.Automation;
using System.Security;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Completers;
using BcSalesSync.PowerShell.Loading;
using BcSalesSync.PowerShell.Output;

namespace BcSalesSync.PowerShell.Commands.Connections;

/// <summary>Connects to Business Central and Sales, or to a sandbox that stands for both.</summary>
[Cmdlet(VerbsCommunications.Connect, "BcSync", DefaultParameterSetName = UrlSet, SupportsShouldProcess = true)]
[OutputType(typeof(BcConnection))]
public sealed class ConnectBcSyncCommand : SignInCommand
{
    private const string SandboxSet = "Sandbox";

    /// <summary>Simulates both systems within this process.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SandboxSet)]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>File that keeps the simulated systems; in memory when not given.</summary>
    [Parameter(ParameterSetName = SandboxSet, ValueFromPipelineByPropertyName = true)]
    public string? SandboxPath { get; set; }

    /// <summary>What the simulated systems hold at first: cronus, a demonstration company, when not given; empty; or scale:N.</summary>
    [Parameter(ParameterSetName = SandboxSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SeedCompleter))]
    public string? Seed { get; set; }

    /// <summary>Name of a profile that was saved before.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ProfileSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    public string? Profile { get; set; }

    /// <summary>Address of Business Central: that of its API v2.0, or the one in the browser.</summary>
    [Parameter(Mandatory = true, ParameterSetName = UrlSet, ValueFromPipelineByPropertyName = true)]
    public Uri? BusinessCentralUrl { get; set; }

    /// <summary>Name or id of the company; not needed when there is only one.</summary>
    [Parameter(ParameterSetName = UrlSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(CompanyCompleter))]
    public string? Company { get; set; }

    /// <summary>Address of Sales: that of the Dataverse Web API, or of the organisation.</summary>
    [Parameter(Mandatory = true, ParameterSetName = UrlSet, ValueFromPipelineByPropertyName = true)]
    public Uri? SalesUrl { get; set; }

    /// <summary>By which way rows of Sales are read and written: the Web API when not given. ServiceClient is not in every build.</summary>
    [Parameter(ParameterSetName = UrlSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ProfileSet, ValueFromPipelineByPropertyName = true)]
    public SalesTransport Transport { get; set; }

    /// <summary>
    /// File that keeps couplings and checkpoints; one in the user's own folder, or memory for a sandbox in memory, when not given.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? StatePath { get; set; }

    /// <summary>
    /// PostgreSQL database that keeps couplings and checkpoints instead of a file, so that several machines share the work: a connection
    /// string as Npgsql takes it, encrypted unless the server is this machine. Search Path names the schema, one for each pair of systems;
    /// it is bcsalessync when not given. A profile keeps it without the password, which then comes from PGPASSWORD or PGPASSFILE.
    /// </summary>
    [Parameter]
    public SecureString? StateConnectionString { get; set; }

    /// <summary>Keeps everything but the secrets under this name, once the connection stands.</summary>
    [Parameter(ParameterSetName = UrlSet, ValueFromPipelineByPropertyName = true)]
    public string? SaveProfile { get; set; }

    internal SessionOpener Open { get; set; } = EngineEntry.OpenAsync;

    internal Func<IProfileStore> OpenProfiles { get; set; } = EngineEntry.OpenProfiles;

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (StatePath is not null && StateConnectionString is not null)
        {
            Streams.Stop(Refuse(
                "BcSync.Connection.TwoStates",
                "A connection has one state, and two places were given for it.",
                "Give either -StatePath or -StateConnectionString."));
        }

        var given = Profile is null ? Given() : null;
        var settings = Profile is { } name ? SettingsOf(Read(name)) : given is null ? SandboxSettings() : SettingsOf(given);
        var save = SaveProfile is not null && Streams.ShouldProcess(SaveProfile, "Save the profile");
        var scope = Streams.Scope;
        Run(async (pump, cancellation) =>
        {
            if (SaveProfile is not null)
                OpenProfiles().RequireName(SaveProfile);
            var session = await Open(settings, new CurrentCommandObserver(), cancellation);
            pump.Output(ConnectionTable.Add(scope, session));
            if (save)
                await OpenProfiles().SaveAsync(given!, cancellation);
        });
    }

    private ConnectionSettings SandboxSettings() => new()
    {
        Sandbox = true, SandboxPath = Resolved(SandboxPath), Seed = Seed, StatePath = Resolved(StatePath),
        StateConnectionString = StateConnectionString,
    };

    private ConnectionSettings SettingsOf(BcProfile profile)
    {
        var signIn = SignInOf(profile);
        return new ConnectionSettings
        {
            BusinessCentralUrl = profile.BusinessCentralUrl,
            Company = profile.Company,
            SalesUrl = profile.SalesUrl,
            SalesTransport = Transport,
            TokenSource = AccessToken is null ? null : AccessToken.GetAsync,
            SignIn = signIn,
            AdditionalSignIns = AdditionalSignInsOf(profile, signIn),
            BusinessCentralCredential = BusinessCentralCredential?.GetNetworkCredential(),
            StatePath = StateConnectionString is null ? Resolved(StatePath) ?? profile.StatePath : null,
            StateConnectionString = StateConnectionString ?? (StatePath is null ? StateConnection.Secured(profile.StateConnection) : null),
        };
    }

    private BcProfile Read(string name)
    {
        BcProfile? profile = null;
        Run(async (_, cancellation) => profile = await OpenProfiles().GetAsync(name, cancellation));
        return profile!;
    }

    // What was typed, as a profile would keep it; null for a sandbox.
    private BcProfile? Given()
    {
        var businessCentralUrl = WithScheme(BusinessCentralUrl);
        var salesUrl = WithScheme(SalesUrl);
        if (businessCentralUrl is null || salesUrl is null)
            return null;
        Check(businessCentralUrl, nameof(BusinessCentralUrl));
        Check(salesUrl, nameof(SalesUrl));
        return new BcProfile
        {
            Name = SaveProfile ?? string.Empty,
            BusinessCentralUrl = Place(businessCentralUrl),
            Company = Company,
            SalesUrl = Place(salesUrl),
            SignIn = GivenMethod(),
            TenantId = TenantId,
            ClientId = ClientId,
            AdditionalClientIds = AdditionalClientId,
            SecretName = SecretName,
            SecretVault = SecretVault,
            SecretVariable = SecretVariable,
            CertificateThumbprint = CertificateThumbprint ?? Certificate?.Thumbprint,
            CertificatePath = Resolved(CertificatePath),
            Authority = Authority,
            BusinessCentralAudience = BusinessCentralAudience,
            StatePath = Resolved(StatePath),
            StateConnection = StateConnection.WithoutPassword(StateConnectionString),
        };
    }

    private string? Resolved(string? path) => path is null ? null : Streams.ResolvePath(path);

    // People leave the scheme out as they do in a browser; it is https then.
    private static Uri? WithScheme(Uri? address) =>
        address is { IsAbsoluteUri: false } && Uri.TryCreate($"https://{address.OriginalString}", UriKind.Absolute, out var complete)
            ? complete
            : address;

    // What follows the path of an address that was pasted is no part of the place, and may be a secret.
    private static Uri Place(Uri address) => new(address.GetLeftPart(UriPartial.Path));

    private void Check(Uri address, string parameter)
    {
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
        {
            Streams.Stop(Refuse(
                "BcSync.Connection.InvalidUrl",
                $"-{parameter} '{address.OriginalString}' is not a web address.",
                "Give the full address, beginning with https://."));
        }

        if (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback)
        {
            Streams.Stop(Refuse(
                "BcSync.Connection.InsecureUrl",
                $"-{parameter} '{address.Host}' would send data and token unencrypted.",
                "Use https; plain http is for this machine's own addresses only."));
        }
    }
}
