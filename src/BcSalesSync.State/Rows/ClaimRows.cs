using System.Data.Common;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.State.Sql;

namespace BcSalesSync.State.Rows;

/// <summary>Claims as rows.</summary>
internal static class ClaimRows
{
    /// <summary>The claim on a resource; null when there is none.</summary>
    public static ClaimState? Find(StateSession session, string resource) => Find(session, resource, string.Empty);

    /// <summary>Claims a resource unless another's claim has not run out; returns who is in charge afterwards.</summary>
    public static ClaimState Claim(StateSession session, string resource, string holder, DateTimeOffset now, DateTimeOffset until)
    {
        NumberSequence.Hold(session, NumberSequence.Claim);
        var standing = Find(session, resource, session.Dialect.ToChange);
        if (standing is not null && standing.Holder != holder && standing.Until > now)
            return standing;
        var token = standing?.Holder == holder ? standing.Fence.Token : NumberSequence.Take(session, NumberSequence.Claim, 1);
        session.Run(
            """
            INSERT INTO claims (resource, holder, until, token) VALUES ($resource, $holder, $until, $token)
            ON CONFLICT (resource) DO UPDATE SET holder = excluded.holder, until = excluded.until, token = excluded.token
            """,
            ("$resource", resource), ("$holder", holder), ("$until", until.UtcTicks), ("$token", token));
        return new ClaimState(new Fence(resource, token), holder, until);
    }

    /// <summary>Lets a claim stand longer; false when it is in other hands.</summary>
    public static bool Renew(StateSession session, Fence fence, DateTimeOffset until) => session.Run(
        "UPDATE claims SET until = $until WHERE resource = $resource AND token = $token",
        ("$until", until.UtcTicks), ("$resource", fence.Resource), ("$token", fence.Token)) > 0;

    /// <summary>Gives a claim back, unless it is in other hands.</summary>
    public static int Release(StateSession session, Fence fence) => session.Run(
        "DELETE FROM claims WHERE resource = $resource AND token = $token", ("$resource", fence.Resource), ("$token", fence.Token));

    /// <summary>Refuses a change one of whose claims is in other hands, and lets nobody take them before it is saved.</summary>
    /// <exception cref="ClaimLostException">One is.</exception>
    public static void Check(StateSession session, IReadOnlyList<Fence> fences)
    {
        foreach (var fence in fences.OrderBy(fence => fence.Resource, StringComparer.Ordinal))
        {
            var standing = Find(session, fence.Resource, session.Dialect.ToKeep);
            if (standing?.Fence != fence)
                throw new ClaimLostException(fence, standing?.Holder);
        }
    }

    private static ClaimState? Find(StateSession session, string resource, string locked) => session.Query(
        $"SELECT resource, token, holder, until FROM claims WHERE resource = $resource {locked}",
        Read,
        ("$resource", resource)).FirstOrDefault();

    private static ClaimState Read(DbDataReader reader) => new(
        new Fence(reader.GetString(0), reader.GetInt64(1)), reader.GetString(2), new DateTimeOffset(reader.GetInt64(3), TimeSpan.Zero));
}
