using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Completers;
using BcSalesSync.PowerShell.Loading;
using BcSalesSync.PowerShell.Output;

namespace BcSalesSync.PowerShell.Commands.Connections;

/// <summary>Connects to Business Central and Sales, or to a sandbox that stands for both.</summary>
[Cmdlet(VerbsCommunications.Connect, "BcSync", DefaultParameterSetName = UrlSet)]
[OutputType(typeof(BcConnection))]
public sealed class ConnectBcSyncCommand : BcCommand
{
    private const string SandboxSet = "Sandbox";
    private const string UrlSet = "Url";

    /// <summary>Simulates both systems within this process.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SandboxSet)]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>File that keeps the simulated systems; in memory when not given.</summary>
    [Parameter(ParameterSetName = SandboxSet, ValueFromPipelineByPropertyName = true)]
    public string? SandboxPath { get; set; }

    /// <summary>What the simulated systems hold at first: cronus, empty or scale:N.</summary>
    [Parameter(ParameterSetName = SandboxSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SeedCompleter))]
    public string? Seed { get; set; }

    /// <summary>Base address of Business Central's API v2.0.</summary>
    [Parameter(Mandatory = true, ParameterSetName = UrlSet, ValueFromPipelineByPropertyName = true)]
    public Uri? BusinessCentralUrl { get; set; }

    /// <summary>Name or id of the company; not needed when there is only one.</summary>
    [Parameter(ParameterSetName = UrlSet, ValueFromPipelineByPropertyName = true)]
    public string? Company { get; set; }

    /// <summary>Base address of the Dataverse Web API.</summary>
    [Parameter(Mandatory = true, ParameterSetName = UrlSet, ValueFromPipelineByPropertyName = true)]
    public Uri? SalesUrl { get; set; }

    /// <summary>Access token as secure string, or a script block that returns one for the base address it is passed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = UrlSet)]
    public AccessTokenSource? AccessToken { get; set; }

    /// <summary>
    /// File that keeps couplings and checkpoints; one in the user's own folder, or memory for a sandbox in memory, when not given.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? StatePath { get; set; }

    internal SessionOpener Open { get; set; } = EngineEntry.OpenAsync;

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        var businessCentralUrl = WithScheme(BusinessCentralUrl);
        var salesUrl = WithScheme(SalesUrl);
        Check(businessCentralUrl, nameof(BusinessCentralUrl));
        Check(salesUrl, nameof(SalesUrl));
        var settings = new ConnectionSettings
        {
            Sandbox = businessCentralUrl is null && salesUrl is null,
            SandboxPath = Resolved(SandboxPath),
            Seed = Seed,
            BusinessCentralUrl = businessCentralUrl,
            Company = Company,
            SalesUrl = salesUrl,
            TokenSource = AccessToken is null ? null : AccessToken.GetAsync,
            StatePath = Resolved(StatePath),
        };
        var scope = Streams.Scope;
        Run(async (pump, cancellation) =>
        {
            var session = await Open(settings, new CurrentCommandObserver(), cancellation);
            pump.Output(ConnectionTable.Add(scope, session));
        });
    }

    private string? Resolved(string? path) => path is null ? null : Streams.ResolvePath(path);

    // People leave the scheme out as they do in a browser; it is https then.
    private static Uri? WithScheme(Uri? address) =>
        address is { IsAbsoluteUri: false } && Uri.TryCreate($"https://{address.OriginalString}", UriKind.Absolute, out var complete)
            ? complete
            : address;

    private void Check(Uri? address, string parameter)
    {
        if (address is null)
            return;
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
