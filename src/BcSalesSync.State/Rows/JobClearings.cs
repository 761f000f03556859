using System.Globalization;
using BcSalesSync.Contracts;
using BcSalesSync.State.Sql;

namespace BcSalesSync.State.Rows;

/// <summary>Removes old jobs from the log, or counts what would go.</summary>
internal static class JobClearings
{
    private const string Referred =
        "id IN (SELECT to_sales_job FROM couplings WHERE skipped = 1 AND to_sales_job IS NOT NULL "
        + "UNION SELECT to_bc_job FROM couplings WHERE skipped = 1 AND to_bc_job IS NOT NULL)";

    /// <summary>What would go, and what would stay.</summary>
    public static BcClearedJobs Count(StateSession session, JobClearing clearing)
    {
        var values = Values(clearing);
        var old = Old(session, clearing);
        return new BcClearedJobs
        {
            Jobs = Number(session, $"SELECT count(*) FROM jobs WHERE {old} AND NOT {Referred}", values),
            Errors = Number(session, $"SELECT count(*) FROM errors WHERE job_id IN (SELECT id FROM jobs WHERE {old} AND NOT {Referred})", values),
            OverwrittenValues = Number(
                session, $"SELECT count(*) FROM overwritten_values WHERE job_id IN (SELECT id FROM jobs WHERE {old} AND NOT {Referred})", values),
            Kept = Number(session, $"SELECT count(*) FROM jobs WHERE {old} AND {Referred}", values),
        };
    }

    /// <summary>Removes jobs with their errors and the values they wrote over.</summary>
    public static BcClearedJobs Remove(StateSession session, JobClearing clearing)
    {
        var cleared = Count(session, clearing);
        var values = Values(clearing);
        var old = Old(session, clearing);
        session.Run($"DELETE FROM errors WHERE job_id IN (SELECT id FROM jobs WHERE {old} AND NOT {Referred})", values);
        session.Run($"DELETE FROM overwritten_values WHERE job_id IN (SELECT id FROM jobs WHERE {old} AND NOT {Referred})", values);
        session.Run($"DELETE FROM jobs WHERE {old} AND NOT {Referred}", values);
        return cleared;
    }

    private static string Old(StateSession session, JobClearing clearing) =>
        session.Dialect.JobEndedBefore("$before") + (clearing.Mapping is null ? string.Empty : " AND mapping = $mapping");

    private static int Number(StateSession session, string sql, (string, object?)[] values) =>
        session.Query(sql, reader => reader.GetInt32(0), values)[0];

    private static (string, object?)[] Values(JobClearing clearing)
    {
        (string, object?) before = ("$before", clearing.OlderThan.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fffZ", CultureInfo.InvariantCulture));
        return clearing.Mapping is null ? [before] : [before, ("$mapping", clearing.Mapping.ToUpperInvariant())];
    }
}
