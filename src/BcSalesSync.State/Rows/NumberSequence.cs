using BcSalesSync.State.Sql;

namespace BcSalesSync.State.Rows;

/// <summary>Numbers that rise and never come again, not even after what they were given to is gone.</summary>
internal static class NumberSequence
{
    /// <summary>Sequence of the contents of couplings.</summary>
    public const string Revision = "revision";

    /// <summary>Sequence of claims.</summary>
    public const string Claim = "claim";

    /// <summary>Lets nobody else take numbers, or hold them, before the end of the transaction.</summary>
    public static void Hold(StateSession session, string name) => session.Query(
        $"SELECT last FROM numbers WHERE name = $name {session.Dialect.ToChange}", reader => reader.GetInt64(0), ("$name", name));

    /// <summary>Takes numbers; returns the first of them.</summary>
    public static long Take(StateSession session, string name, int count) => session.Query(
        "UPDATE numbers SET last = last + $count WHERE name = $name RETURNING last - $count + 1",
        reader => reader.GetInt64(0),
        ("$name", name), ("$count", count))[0];
}
