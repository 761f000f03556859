namespace BcSalesSync.State.Sql;

/// <summary>Where the databases differ in what they are asked. Everything else is written so that both understand it.</summary>
internal abstract class SqlDialect
{
    /// <summary>Function that takes the second of two values when the first is null, as the indexes have it.</summary>
    public abstract string IfNull { get; }

    /// <summary>Condition on a job that has not ended.</summary>
    public abstract string JobIsOpen { get; }

    /// <summary>The time by which claims stand, in ticks (UTC); a statement that has it is given that of this machine as $now.</summary>
    public abstract string Now { get; }

    /// <summary>What a read row is followed by, so that nobody else changes or removes it before the end of the transaction.</summary>
    public abstract string ToKeep { get; }

    /// <summary>What a read row is followed by, so that nobody else even reads it to keep or change it.</summary>
    public abstract string ToChange { get; }

    /// <summary>Condition on a column to have one of the texts of a parameter.</summary>
    public abstract string InList(string column, string parameter);

    /// <summary>Condition on a job that ended before a time, given as text in UTC.</summary>
    public abstract string JobEndedBefore(string parameter);

    /// <summary>Rows of columns as one JSON list of lists, in an order; empty when there are none.</summary>
    public abstract string JsonRows(string columns, string order);

    /// <summary>Takes numbers that no coupling ever had, in rising order.</summary>
    public abstract IReadOnlyList<long> TakeRevisions(StateSession session, int count);

    /// <summary>
    /// Keeps those who couple apart from those who begin to wait until the end of the transaction: each has to see what the other saved, or a
    /// record would wait for what is coupled already.
    /// </summary>
    /// <param name="session">The connection.</param>
    /// <param name="waits">True for who begins to wait; those who couple need not be kept apart from each other.</param>
    public abstract void SeparateWaiters(StateSession session, bool waits);
}
