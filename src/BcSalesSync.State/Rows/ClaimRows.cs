using System.Data.Common;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.State.Sql;

namespace BcSalesSync.State.Rows;

/// <summary>
/// Claims as rows. The time by which they stand is that of the state: of whoever writes a file, and of the server where several machines write,
/// whose clocks may disagree.
/// </summary>
internal static class ClaimRows
{
    /// <summary>The claim on a resource; null when there is none.</summary>
    public static ClaimState? Find(StateSession session, string resource, TimeProvider clock) => Find(session, resource, clock, string.Empty);

    /// <summary>Claims a resource unless another's claim has not run out; returns who is in charge afterwards.</summary>
    public static ClaimState Claim(StateSession session, string resource, string holder, TimeSpan term, TimeProvider clock)
    {
        NumberSequence.Hold(session, NumberSequence.Claim);
        var standing = Find(session, resource, clock, session.Dialect.ToChange);
        if (standing is { Stands: true } && standing.Holder != holder)
            return standing;
        var token = standing?.Holder == holder ? standing.Fence.Token : NumberSequence.Take(session, NumberSequence.Claim, 1);
        session.Run(
            $"""
            INSERT INTO claims (resource, holder, until, token) VALUES ($resource, $holder, {session.Dialect.Now} + $term, $token)
            ON CONFLICT (resource) DO UPDATE SET holder = excluded.holder, until = excluded.until, token = excluded.token
            """,
            ("$resource", resource), ("$holder", holder), ("$term", term.Ticks), ("$token", token), Now(clock));
        return new ClaimState(new Fence(resource, token), holder, Stands: true);
    }

    /// <summary>Lets a claim stand longer; false when it is in other hands.</summary>
    public static bool Renew(StateSession session, Fence fence, TimeSpan term, TimeProvider clock) => session.Run(
        $"UPDATE claims SET until = {session.Dialect.Now} + $term WHERE resource = $resource AND token = $token",
        ("$term", term.Ticks), ("$resource", fence.Resource), ("$token", fence.Token), Now(clock)) > 0;

    /// <summary>Gives a claim back, unless it is in other hands.</summary>
    public static int Release(StateSession session, Fence fence) => session.Run(
        "DELETE FROM claims WHERE resource = $resource AND token = $token", ("$resource", fence.Resource), ("$token", fence.Token));

    /// <summary>Refuses a change one of whose claims is in other hands, and lets nobody take them before it is saved.</summary>
    /// <exception cref="ClaimLostException">One is.</exception>
    public static void Check(StateSession session, IReadOnlyList<Fence> fences)
    {
        foreach (var fence in fences.OrderBy(fence => fence.Resource, StringComparer.Ordinal))
        {
            var standing = session.Query(
                $"SELECT token, holder FROM claims WHERE resource = $resource {session.Dialect.ToKeep}",
                reader => (Token: reader.GetInt64(0), Holder: reader.GetString(1)),
                ("$resource", fence.Resource));
            if (!standing.Exists(claim => claim.Token == fence.Token))
                throw new ClaimLostException(fence, standing.Select(claim => claim.Holder).FirstOrDefault());
        }
    }

    private static ClaimState? Find(StateSession session, string resource, TimeProvider clock, string locked) => session.Query(
        $"SELECT resource, token, holder, CASE WHEN until > {session.Dialect.Now} THEN 1 ELSE 0 END FROM claims WHERE resource = $resource {locked}",
        Read,
        ("$resource", resource), Now(clock)).FirstOrDefault();

    private static ClaimState Read(DbDataReader reader) => new(
        new Fence(reader.GetString(0), reader.GetInt64(1)), reader.GetString(2), reader.GetInt32(3) == 1);

    private static (string Name, object? Value) Now(TimeProvider clock) => ("$now", clock.GetUtcNow().UtcTicks);
}
