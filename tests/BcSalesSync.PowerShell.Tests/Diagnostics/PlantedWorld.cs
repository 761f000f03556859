using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Security;
using System.Text;
using System.Text.Json;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Commands.Connections;
using BcSalesSync.PowerShell.Output;
using BcSalesSync.PowerShell.Tests.Doubles;
using BcSalesSync.Runtime;
using BcSalesSync.Runtime.Connections;
using BcSalesSync.Runtime.Profiles;
using BcSalesSync.Sandbox;

namespace BcSalesSync.PowerShell.Tests.Diagnostics;

/// <summary>A connection all of whose secrets are known, and everything that it writes.</summary>
internal sealed class PlantedWorld : IAsyncDisposable
{
    public const string ClientSecret = "planted~client.secret-5b1d";
    private const string WebServiceKey = "plantedWebServiceKey+71c2/A==";
    private const string CertificatePassword = "planted certificate password 9e";
    private const string AddressValue = "plantedAddressValue33f0";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bcsync-secrets-");
    private readonly SandboxHandler sandbox = new(new SandboxOptions { SignIn = new SandboxSignIn { ClientSecret = ClientSecret } });
    private readonly List<Activity> spans = [];
    private readonly List<Exception> stops = [];
    private readonly ActivityListener listener;
    private ConnectedShell? shell;

    public PlantedWorld()
    {
        Network = new EchoingNetwork(sandbox);
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "BcSalesSync",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                lock (spans)
                    spans.Add(span);
            },
        };
        ActivitySource.AddActivityListener(listener);
    }

    public EchoingNetwork Network { get; }

    /// <summary>A shell of the thread that first asks for it.</summary>
    public ConnectedShell Shell => shell ??= new ConnectedShell();

    /// <summary>Business Central takes a user and a key, which the sandbox refuses.</summary>
    public bool OnPremises { get; set; }

    /// <summary>Signs in with a certificate file that its password does not open.</summary>
    public bool WithCertificate { get; set; }

    public void Connect() => Shell.Invoke(new ConnectBcSyncCommand
    {
        BusinessCentralUrl = new Uri($"{SandboxOptions.BusinessCentralAddress}?sig={AddressValue}"),
        SalesUrl = new Uri($"{SandboxOptions.SalesAddress}?sig={AddressValue}"),
        TenantId = new SandboxSignIn().TenantId,
        ClientId = new SandboxSignIn().ClientId,
        ClientSecret = Secured(ClientSecret),
        Authority = new Uri("https://login.example/"),
        SaveProfile = "planted",
        Open = OpenAsync,
        OpenProfiles = () => new ProfileStore(Path.Combine(folder.FullName, "profiles")),
    });

    /// <summary>Does what ends in a terminating error, which is kept.</summary>
    public void Stopping(Action work) => stops.Add(Assert.ThrowsAny<Exception>(work));

    /// <summary>Has Sales refuse rows of a set with a text.</summary>
    public async Task RefuseRowsAsync(string set, string message)
    {
        using var control = new HttpClient(sandbox, disposeHandler: false) { BaseAddress = SandboxOptions.ControlAddress };
        using var answer = await control.PostAsJsonAsync(
            "faults", new { rules = new[] { new { system = "sales", set, status = 400, message, rowMatch = new { customertypecode = 3 } } } });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Exports mappings and couplings.</summary>
    public async Task ExportAsync()
    {
        await Shell.Session.MappingEditor.ExportAsync(Path.Combine(folder.FullName, "mappings.json"), [], default);
        await Shell.Session.ExportCouplingsAsync(
            new CouplingFile { Path = Path.Combine(folder.FullName, "couplings.csv") }, new CouplingQuery(), default);
    }

    /// <summary>What streams, terminating errors and spans hold.</summary>
    public string AllText()
    {
        var text = new StringBuilder();
        foreach (var written in Shell.Streams.Written)
            text.AppendLine(Describe(written.Value));
        foreach (var stop in stops)
            text.AppendLine(Describe(stop is CommandStoppedException { Error: { } error } ? error : stop));
        lock (spans)
        {
            foreach (var span in spans)
            {
                text.AppendLine(span.DisplayName).AppendLine(span.StatusDescription);
                foreach (var tag in span.TagObjects.Concat(span.Events.SelectMany(record => record.Tags)))
                    text.Append(tag.Key).Append('=').Append(tag.Value).AppendLine();
            }
        }

        return text.ToString();
    }

    /// <summary>Searches streams, errors, spans and every file that was written.</summary>
    public void AssertNoSecret()
    {
        var text = AllText();
        Assert.NotEmpty(Secrets());
        foreach (var secret in Secrets())
        {
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Uri.EscapeDataString(secret), text, StringComparison.Ordinal);
            foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories))
                Assert.True(ReadShared(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, $"{file.Name} holds {secret}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (shell is not null)
            await shell.DisposeAsync();
        listener.Dispose();
        sandbox.Dispose();
        folder.Delete(recursive: true);
    }

    private string[] Secrets() => [ClientSecret, WebServiceKey, CertificatePassword, AddressValue, .. Network.Sent];

    private static string Describe(object value) => value switch
    {
        CommandError error => $"{error.Id} {error.RecommendedAction} {error.Target} {error.Exception}",
        string text => text,
        Exception problem => problem.ToString(),
        _ => $"{value} {JsonSerializer.Serialize(value, value.GetType())}",
    };

    // The state is open.
    private static byte[] ReadShared(FileInfo file)
    {
        using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static SecureString Secured(string text) => new NetworkCredential(string.Empty, text).SecurePassword;

    private Task<ISyncSession> OpenAsync(ConnectionSettings settings, ISyncObserver observer, CancellationToken cancellationToken)
    {
        settings = settings with
        {
            StatePath = Path.Combine(folder.FullName, "state.db"),
            BusinessCentralCredential = OnPremises ? new NetworkCredential("someone", WebServiceKey) : null,
        };
        if (WithCertificate)
        {
            var file = Path.Combine(folder.FullName, "broken.pfx");
            File.WriteAllText(file, "no certificate");
            settings = settings with
            {
                SignIn = settings.SignIn! with
                {
                    Method = SignInMethod.Certificate, ClientSecret = null, CertificatePath = file, CertificatePassword = Secured(CertificatePassword),
                },
            };
        }

        return SyncSessionFactory.OpenAsync(settings, observer, new SessionGround { Network = Network }, cancellationToken);
    }
}
