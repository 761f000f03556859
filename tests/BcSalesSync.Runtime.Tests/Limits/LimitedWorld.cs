using System.Net;
using System.Security;
using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Runtime.Connections;
using BcSalesSync.Runtime.Tests.Worlds;
using BcSalesSync.Sandbox;

namespace BcSalesSync.Runtime.Tests.Limits;

/// <summary>
/// Two simulated systems that enforce limits far below the documented ones, so that a small synchronisation meets them, and sessions that
/// know them. Time stands still but for pauses, which take none.
/// </summary>
internal sealed class LimitedWorld : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(30);
    private static readonly (string Code, string Name)[] Salespeople =
        [("JO", "Jim Olive"), ("PS", "Peter Saddow"), ("LT", "Linda Turner")];

    private readonly ManualClock clock = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private readonly TemporaryFolder folder = new();
    private readonly HeardObserver observer = new();
    private readonly SandboxHandler sandbox;
    private readonly HttpClient control;
    private readonly int bcRequests;
    private readonly int salesRequests;
    private readonly TimeSpan? salesWork;

    /// <summary>Creates the systems with as many customers, and what each allows within half a minute.</summary>
    /// <param name="customers">Customers in Business Central.</param>
    /// <param name="bcRequests">Requests to Business Central.</param>
    /// <param name="salesRequests">Requests to Sales.</param>
    /// <param name="salesWork">Time that Sales works, half a second a request; null for any, and for requests that take no time.</param>
    public LimitedWorld(int customers, int bcRequests, int salesRequests, TimeSpan? salesWork = null)
    {
        this.salesWork = salesWork;
        this.bcRequests = bcRequests;
        this.salesRequests = salesRequests;
        sandbox = new SandboxHandler(new SandboxOptions
        {
            Seed = FormattableString.Invariant($"scale:{customers}"),
            TimeProvider = clock,
            Latency = salesWork is null ? TimeSpan.Zero : TimeSpan.FromSeconds(0.5),
            Limits = new SandboxLimits
            {
                Window = Window,
                BcRequests = bcRequests,
                SalesRequests = salesRequests,
                SalesExecutionTime = salesWork ?? TimeSpan.FromHours(1),

                // One at a time: a pause of one request would else pass as work of another.
                SalesDopHint = salesWork is null ? new SandboxLimits().SalesDopHint : 1,
            },
            SignIn = new SandboxSignIn { ClientSecret = "secret", AdditionalClientIds = [Second] },
        });
        control = new HttpClient(sandbox, disposeHandler: false) { BaseAddress = SandboxOptions.ControlAddress };
        Desk = new SandboxDesk(control);
    }

    /// <summary>Id of the second application.</summary>
    public static string Second => "11111111-0000-4000-8000-000000000009";

    public SandboxDesk Desk { get; }

    /// <summary>Time that passed since the beginning.</summary>
    public TimeSpan Elapsed => clock.GetUtcNow() - new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Windows that the time would fill.</summary>
    public int Windows => (int)(Elapsed / Window);

    /// <summary>Opens a session, of several applications where more are named.</summary>
    /// <param name="isWarned">True when it knows the limits, false when it has to find them out.</param>
    /// <param name="additional">Ids of further applications.</param>
    public Task<ISyncSession> OpenAsync(bool isWarned = true, params string[] additional) => SyncSessionFactory.OpenAsync(
        new ConnectionSettings
        {
            BusinessCentralUrl = SandboxOptions.BusinessCentralAddress,
            SalesUrl = SandboxOptions.SalesAddress,
            StatePath = folder.File("state.db"),
            SignIn = SignInOf(new SandboxSignIn().ClientId),
            AdditionalSignIns = [.. additional.Select(SignInOf)],
        },
        observer,
        new SessionGround
        {
            Clock = clock,
            Network = new ForwardingHandler(sandbox),
            Limits = isWarned
                ? new SystemLimits { BusinessCentral = Limits(bcRequests), Sales = Limits(salesRequests) with { ExecutionTime = salesWork } }
                : new SystemLimits(),
        },
        default);

    /// <summary>Synchronises everything.</summary>
    public async Task<IReadOnlyList<BcFullSyncLine>> FullSyncAsync(ISyncSession session)
    {
        await session.InitializeAsync(new InitializeRequest(), observer, default).CountAsync();
        var salespeople = Salespeople.Select(pair => new CouplingRequest
        {
            Mapping = "SALESPEOPLE", Records = new RecordSelector { BcNo = pair.Code, SalesName = pair.Name },
        }).ToArray();
        await session.CoupleAsync(salespeople, observer, default).CountAsync();
        await session.StartFullSyncAsync(new FullSyncRequest { Action = FullSyncAction.FullSync }, default);
        await session.WaitFullSyncAsync(observer, default);
        return await session.GetFullSyncAsync(null, default).ToListAsync();
    }

    public void Dispose()
    {
        control.Dispose();
        sandbox.Dispose();
        folder.Dispose();
    }

    private static LaneLimits Limits(int requests) => new() { Window = Window, Requests = requests };

    private static SignIn SignInOf(string client) => new()
    {
        Method = SignInMethod.ClientSecret,
        TenantId = new SandboxSignIn().TenantId,
        ClientId = client,
        ClientSecret = Secret(),
        Authority = new Uri("https://login.example/"),
    };

    private static SecureString Secret() => new NetworkCredential(string.Empty, "secret").SecurePassword;
}
