using System.Net;
using System.Xml;

namespace BcSalesSync.Sandbox.Control;

// The requests under /sandbox: for demos, tests and rehearsals.
internal sealed class ControlApi(SandboxWorld world, IReadOnlyList<ISimulatedSystem> systems, Action<string?, DateTimeOffset?> reset)
{
    private const string Root = "/sandbox/";

    private readonly RowDesk _rows = new(world, systems);

    public static bool Owns(Uri address) => address.AbsolutePath.StartsWith(Root, StringComparison.Ordinal);

    public HttpResponseMessage Answer(HttpMethod method, Uri address, ReadOnlyMemory<byte> body)
    {
        try
        {
            return Route($"{method.Method} {address.AbsolutePath[Root.Length..].TrimEnd('/')}", ReadQuery(address), body);
        }
        catch (ControlException exception)
        {
            return ControlJson.Error(exception.Message, exception.Status);
        }
    }

    private static Dictionary<string, string> ReadQuery(Uri address) => address.Query.TrimStart('?')
        .Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2))
        .GroupBy(part => part[0]).ToDictionary(part => part.Key, part => Uri.UnescapeDataString(part.Last().ElementAtOrDefault(1) ?? ""));

    private static HttpResponseMessage Done() => new(HttpStatusCode.NoContent);

    private static TimeSpan Duration(string text)
    {
        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (FormatException)
        {
            throw new ControlException($"'{text}' is not an ISO 8601 duration such as PT1H or -PT5M.");
        }
    }

    private HttpResponseMessage Route(string request, Dictionary<string, string> query, ReadOnlyMemory<byte> body)
    {
        switch (request)
        {
            case "POST reset":
                var wanted = ControlJson.Read<ResetRequest>(body);
                reset(wanted.Seed, wanted.Now);
                return Done();
            case "GET clock":
                return Clock();
            case "POST clock":
                return SetClock(ControlJson.Read<ClockRequest>(body));
            case "GET rows":
                return _rows.Show(query.GetValueOrDefault("system"), query.GetValueOrDefault("set"), query.GetValueOrDefault("id"));
            case "POST rows":
                return _rows.Write(ControlJson.Read<RowsRequest>(body));
            case "DELETE rows":
                return _rows.Delete(
                    query.GetValueOrDefault("system"), query.GetValueOrDefault("set"), query.GetValueOrDefault("id"),
                    query.GetValueOrDefault("silent") == "true");
            case "POST events":
                var played = ControlJson.Read<EventRequest>(body);
                Play(played);
                return played.Answer.Count > 0 ? ControlJson.Answer(played.Answer) : Done();
            default:
                return RouteCounters(request, body);
        }
    }

    private HttpResponseMessage RouteCounters(string request, ReadOnlyMemory<byte> body)
    {
        switch (request)
        {
            case "GET requests":
                var counts = world.Requests.Counts();
                var rejected = world.Requests.Rejected();
                return ControlJson.Answer(new { total = counts.Sum(count => count.Requests), counts, rejected });
            case "DELETE requests":
                world.Requests.Clear();
                return Done();
            case "GET faults":
                return ControlJson.Answer(new { rules = world.Faults.Rules });
            case "POST faults":
                world.Faults.Add(ControlJson.Read<FaultsRequest>(body).Rules ?? throw new ControlException("'rules' is missing."));
                return Done();
            case "DELETE faults":
                world.Faults.Clear();
                return Done();
            case "POST privileges":
                world.Privileges.Change(
                    ControlJson.Read<PrivilegesRequest>(body).Privileges ?? throw new ControlException("'privileges' is missing."));
                return Done();
            case "DELETE privileges":
                world.Privileges.Clear();
                return Done();
            default:
                throw new ControlException($"The control API has no '{request}'.", HttpStatusCode.NotFound);
        }
    }

    private void Play(EventRequest request)
    {
        using var work = world.Store.Begin();
        try
        {
            if (!systems.Any(system => system.Play(request, work)))
            {
                throw new ControlException(
                    $"The event type '{request.Type}' is not available: no table of this sandbox takes part in it.");
            }
        }
        catch (SandboxRuleException exception)
        {
            throw new ControlException($"{exception.Code}: {exception.Message}");
        }

        work.Commit();
    }

    private HttpResponseMessage Clock() => ControlJson.Answer(new { now = world.Clock.BcNow, salesNow = world.Clock.SalesNow });

    private HttpResponseMessage SetClock(ClockRequest request)
    {
        if (request.Now is { } now)
        {
            world.Clock.Set(now);
        }

        if (request.Advance is { } advance)
        {
            world.Clock.Shift += Duration(advance);
        }

        if (request.SalesOffset is { } offset)
        {
            world.Clock.SalesOffset = Duration(offset);
        }

        world.Store.SetCounter(SandboxWorld.ShiftCounter, world.Clock.Shift.Ticks);
        world.Store.SetCounter(SandboxWorld.OffsetCounter, world.Clock.SalesOffset.Ticks);
        world.Store.Save([]);
        return Clock();
    }
}
