using System.Net;
using System.Text;
using System.Text.Json;
using BcSalesSync.Sandbox.Faults;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Protocol;

// POST $batch: members run in order, each on its own unless the client asks for a snapshot (wire-bc 3.4).
internal sealed class BcBatch(SandboxWorld world, BcDispatcher dispatcher)
{
    private const int LargestBatch = 100;

    public BcResponse Run(BcRequest request)
    {
        IReadOnlyList<BatchMember> members;
        try
        {
            using var json = request.ReadJson();
            members = ReadMembers(json.RootElement, request);
        }
        catch (BcException exception)
        {
            return dispatcher.Error(exception.Status, exception.Code, exception.Message);
        }

        var continues = request.Header("Prefer")?.Contains("odata.continue-on-error", StringComparison.OrdinalIgnoreCase) == true;
        var isSnapshot = string.Equals(request.Header("Isolation"), "snapshot", StringComparison.OrdinalIgnoreCase);
        var answers = isSnapshot ? RunTogether(members, continues) : RunApart(members, continues);
        return request.Header("Accept")?.Contains("application/json", StringComparison.OrdinalIgnoreCase) == true
            ? new BcResponse(HttpStatusCode.OK, BatchAnswer.AsJson(answers))
            : BatchAnswer.AsMultipart(answers);
    }

    private static List<BatchMember> ReadMembers(JsonElement root, BcRequest outer)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("requests", out var requests)
            || requests.ValueKind != JsonValueKind.Array)
        {
            throw BcException.Refused("BadRequest", "The batch has no array 'requests'.");
        }

        if (requests.GetArrayLength() > LargestBatch)
        {
            throw BcException.Refused(
                "Unknown",
                "The current batch message contains too many parts. A maximum number of '100' query operations and change sets are "
                + "allowed in a batch message.");
        }

        var members = requests.EnumerateArray().Select(member => ReadMember(member, outer)).ToList();
        var ids = members.Select(member => member.Id).OfType<string>().ToList();
        return ids.Count == ids.Distinct(StringComparer.Ordinal).Count()
            ? members
            : throw BcException.Refused("BadRequest", "Two requests of the batch have the same id.");
    }

    private static BatchMember ReadMember(JsonElement member, BcRequest outer)
    {
        if (member.ValueKind != JsonValueKind.Object || TextOf(member, "method") is not { } method || TextOf(member, "url") is not { } url)
        {
            throw BcException.Refused("BadRequest", "Every request of a batch needs 'method' and 'url'.");
        }

        if (member.TryGetProperty("dependsOn", out _) || url.StartsWith('$'))
        {
            throw BcException.Refused("BadRequest", "References between the requests of a batch are not supported.");
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (member.TryGetProperty("headers", out var given) && given.ValueKind == JsonValueKind.Object)
        {
            foreach (var header in given.EnumerateObject())
            {
                headers[header.Name] = header.Value.ToString();
            }
        }

        var relative = (url.StartsWith(outer.Base, StringComparison.OrdinalIgnoreCase) ? url[outer.Base.Length..] : url).TrimStart('/');
        var split = relative.IndexOf('?', StringComparison.Ordinal);
        return new BatchMember(TextOf(member, "id"), new BcRequest(
            method.ToUpperInvariant(), split < 0 ? relative : relative[..split],
            QueryString.Parse(split < 0 ? "" : relative[split..]), outer.Authority, outer.Route)
        {
            Headers = headers,
            Body = member.TryGetProperty("body", out var body) ? Encoding.UTF8.GetBytes(body.GetRawText()) : default,
        });
    }

    private static string? TextOf(JsonElement member, string name) =>
        member.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private List<(string? Id, BcResponse Answer)> RunApart(IReadOnlyList<BatchMember> members, bool continues)
    {
        var answers = new List<(string?, BcResponse)>();
        foreach (var member in members)
        {
            using var work = world.Store.Begin();
            var answer = RunMember(member, work);
            answers.Add((member.Id, answer));
            if (!answer.IsSuccess && !continues)
            {
                break;
            }
        }

        return answers;
    }

    // Everything is undone when one member fails; the answers still tell of success.
    private List<(string? Id, BcResponse Answer)> RunTogether(IReadOnlyList<BatchMember> members, bool continues)
    {
        var answers = new List<(string? Id, BcResponse Answer)>();
        using var work = world.Store.Begin();
        foreach (var member in members)
        {
            var answer = RunMember(member, work, commits: false);
            answers.Add((member.Id, answer));
            if (!answer.IsSuccess && !continues)
            {
                break;
            }
        }

        if (answers.TrueForAll(answer => answer.Answer.IsSuccess))
        {
            work.Commit();
        }

        return answers;
    }

    private BcResponse RunMember(BatchMember member, UnitOfWork work, bool commits = true)
    {
        var request = member.Request;
        world.Requests.Operation("bc", request.Method, BcRoute.SetOf(request.Path));
        var fault = world.Faults.Take("bc", request.Method, request.Path + "?" + request.Query.Text, operation: true);
        if (fault is { When: FaultMoment.Before, Status: { } status })
        {
            return dispatcher.Error((HttpStatusCode)status, fault.Code ?? "Unknown", fault.Message ?? "The request was refused.");
        }

        if (fault is { When: FaultMoment.Before })
        {
            throw new SandboxConnectionDroppedException();
        }

        var answer = dispatcher.Dispatch(request, work);
        if (commits && answer.IsSuccess)
        {
            work.Commit();
        }

        return fault is { When: FaultMoment.After } ? throw new SandboxConnectionDroppedException() : answer;
    }

    private sealed record BatchMember(string? Id, BcRequest Request);
}
