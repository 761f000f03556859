namespace BcSalesSync.State.Sqlite;

/// <summary>Numbers that rise and never come again, not even after what they were given to is gone.</summary>
internal static class NumberSequence
{
    /// <summary>Sequence of the contents of couplings.</summary>
    public const string Revision = "revision";

    /// <summary>Sequence of claims.</summary>
    public const string Claim = "claim";

    /// <summary>Takes numbers; returns the first of them.</summary>
    public static long Take(SqliteSession session, string name, int count) => session.Query(
        "UPDATE numbers SET last = last + $count WHERE name = $name RETURNING last - $count + 1",
        reader => reader.GetInt64(0),
        ("$name", name), ("$count", count))[0];
}
