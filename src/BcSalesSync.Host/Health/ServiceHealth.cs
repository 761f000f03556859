using BcSalesSync.Contracts;

namespace BcSalesSync.Host.Health;

// What is known of the health of the service. Nobody who asks for it makes the service work.
internal sealed class ServiceHealth
{
    private readonly Lock gate = new();
    private readonly TimeProvider clock;
    private readonly DateTimeOffset since;
    private readonly List<string> running = [];
    private ConnectionReport connection;
    private IReadOnlyList<BcScheduleEntry> entries = [];
    private DateTimeOffset? lastLook;
    private BcSyncError? problem;
    private bool isStopping;

    public ServiceHealth(TimeProvider clock)
    {
        this.clock = clock;
        since = clock.GetUtcNow();
        connection = new ConnectionReport("connecting", since);
    }

    public HealthReport Report
    {
        get
        {
            lock (gate)
            {
                return new HealthReport
                {
                    Status = IsHealthy ? "healthy" : "unhealthy",
                    Since = since,
                    Connection = connection,
                    LastLook = lastLook,
                    Problem = ProblemReport.Of(problem),
                    Running = [.. running],
                    Entries = [.. entries.Select(EntryReport.Of)],
                };
            }
        }
    }

    // Healthy while it is connected, its last look went well, and not everything that ran since its start failed.
    public bool IsHealthy
    {
        get
        {
            lock (gate)
                return IsConnected && problem is null && (!Ran.Any() || Ran.Any(entry => entry.LastResult is not SyncJobStatus.Error));
        }
    }

    // Ready once it looked at the schedule, until it is asked to stop.
    public bool IsReady
    {
        get
        {
            lock (gate)
                return IsConnected && lastLook is not null && !isStopping;
        }
    }

    private bool IsConnected => connection.State == "connected";

    private IEnumerable<BcScheduleEntry> Ran => entries.Where(entry => entry.LastRun >= since);

    public void Connected(BcConnection to) => Note(now => connection = new ConnectionReport("connected", now)
    {
        Company = to.Company, BusinessCentralUrl = to.BusinessCentralUrl, SalesUrl = to.SalesUrl,
    });

    public void Unreachable(BcSyncError error) => Note(now => connection =
        new ConnectionReport("unreachable", connection.State == "unreachable" ? connection.Since : now) { Problem = ProblemReport.Of(error) });

    public void Looked(IReadOnlyList<BcScheduleEntry> at) => Note(now =>
    {
        entries = at;
        lastLook = now;
        problem = null;
    });

    public void LookFailed(BcSyncError error) => Note(_ => problem = error);

    public void Began(string entry) => Note(_ => running.Add(entry));

    public void Ended(string entry) => Note(_ => running.Remove(entry));

    public void Stopping() => Note(_ => isStopping = true);

    private void Note(Action<DateTimeOffset> change)
    {
        lock (gate)
            change(clock.GetUtcNow());
    }
}
