using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Runtime.Reporting.Figures;

namespace BcSalesSync.Runtime.Reporting.Gathering;

/// <summary>Counts the requests of a session while it is open.</summary>
internal sealed class RequestTally
{
    private readonly object gate = new();
    private readonly Dictionary<SystemSide, RequestFigures> figures = new()
    {
        [SystemSide.BusinessCentral] = new RequestFigures { Side = SystemSide.BusinessCentral },
        [SystemSide.Sales] = new RequestFigures { Side = SystemSide.Sales },
    };

    /// <summary>What was counted so far.</summary>
    public IReadOnlyList<RequestFigures> Figures
    {
        get
        {
            lock (gate)
                return [figures[SystemSide.BusinessCentral], figures[SystemSide.Sales]];
        }
    }

    /// <summary>Counts an attempt.</summary>
    public void Add(HttpTrace trace) => Change(trace.Side, before => before with
    {
        Sent = before.Sent + 1,
        Repeated = before.Repeated + (trace.Resends > 0 ? 1 : 0),
        Busy = before.Busy + trace.Duration,
    });

    /// <summary>Counts a request to send less.</summary>
    public void AddPause(SystemSide side, TimeSpan pause) =>
        Change(side, before => before with { Throttled = before.Throttled + 1, Pauses = before.Pauses + pause });

    private void Change(SystemSide side, Func<RequestFigures, RequestFigures> change)
    {
        lock (gate)
            figures[side] = change(figures[side]);
    }
}
