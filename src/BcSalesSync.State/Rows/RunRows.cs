using System.Data.Common;
using System.Text.Json;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.State.Sql;

namespace BcSalesSync.State.Rows;

/// <summary>Runs, jobs, errors and lines of the review, as rows.</summary>
internal static class RunRows
{
    /// <summary>Columns in the order of <see cref="Read"/>.</summary>
    public const string Columns = "id, kind, status, request, started, finished, stop_requested, holder";

    /// <summary>A run.</summary>
    public static RunState Read(DbDataReader reader) => new()
    {
        Id = Guid.Parse(reader.GetString(0)),
        Kind = (RunKind)reader.GetInt32(1),
        Status = (RunStatus)reader.GetInt32(2),
        Request = reader.GetString(3),
        Started = reader.Time(4)!.Value,
        Finished = reader.Time(5),
        StopRequested = reader.GetInt32(6) != 0,
        Holder = reader.Text(7),
    };

    /// <summary>
    /// Inserts or replaces runs. Who asked a running run to stop is not overruled by its own progress, only by another holder who takes it up;
    /// and a request to stop that comes too late does not make an ended run look alive.
    /// </summary>
    public static void Save(StateSession session, IReadOnlyList<RunState> runs)
    {
        foreach (var run in runs)
        {
            session.Run(
                $"""
                INSERT INTO runs ({Columns}) VALUES ($id, $kind, $status, $request, $started, $finished, $stop, $holder)
                ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, status = excluded.status, request = excluded.request,
                    started = excluded.started, finished = excluded.finished, holder = excluded.holder,
                    stop_requested = CASE WHEN runs.status = 0 AND excluded.status = 0 AND runs.holder IS NOT DISTINCT FROM excluded.holder
                        AND runs.stop_requested = 1 THEN 1 ELSE excluded.stop_requested END
                WHERE runs.status = 0 OR excluded.status <> 0 OR excluded.stop_requested = 0
                """,
                ("$id", StoredText.Of(run.Id)), ("$kind", (int)run.Kind), ("$status", (int)run.Status), ("$request", run.Request),
                ("$started", run.Started.UtcTicks), ("$finished", run.Finished?.UtcTicks), ("$stop", run.StopRequested ? 1 : 0),
                ("$holder", run.Holder));
        }
    }

    /// <summary>Inserts or replaces jobs.</summary>
    public static void SaveJobs(StateSession session, IReadOnlyList<BcSyncJob> jobs)
    {
        foreach (var job in jobs)
        {
            session.Run(
                """
                INSERT INTO jobs (id, run_id, mapping, started, body) VALUES ($id, $run, $mapping, $started, $body)
                ON CONFLICT (id) DO UPDATE SET
                    run_id = excluded.run_id, mapping = excluded.mapping, started = excluded.started, body = excluded.body
                """,
                ("$id", StoredText.Of(job.Id)), ("$run", StoredText.Of(job.RunId)), ("$mapping", job.Mapping),
                ("$started", job.Started.UtcTicks), ("$body", JsonSerializer.Serialize(job)));
        }
    }

    /// <summary>Logs errors.</summary>
    public static void SaveErrors(StateSession session, IReadOnlyList<BcSyncError> errors) =>
        SaveBodies(session, "errors", errors.Select(error => (error.Mapping, error.JobId, JsonSerializer.Serialize(error))));

    /// <summary>Logs values that were written over.</summary>
    public static void SaveOverwritten(StateSession session, IReadOnlyList<BcOverwrittenValue> values) =>
        SaveBodies(session, "overwritten_values", values.Select(value => ((string?)value.Mapping, value.JobId, JsonSerializer.Serialize(value))));

    /// <summary>Replaces lines of the review.</summary>
    public static void SaveLines(StateSession session, bool clear, IReadOnlyList<BcFullSyncLine> lines)
    {
        if (clear)
            session.Run("DELETE FROM full_sync_lines");
        foreach (var line in lines)
        {
            session.Run(
                "INSERT INTO full_sync_lines (mapping, body) VALUES ($mapping, $body) ON CONFLICT (mapping) DO UPDATE SET body = excluded.body",
                ("$mapping", line.Mapping), ("$body", JsonSerializer.Serialize(line)));
        }
    }

    private static void SaveBodies(StateSession session, string table, IEnumerable<(string? Mapping, Guid? Job, string Body)> rows) => session.RunAll(
        $"INSERT INTO {table} (mapping, job_id, body) VALUES ($mapping, $job, $body)",
        [.. rows.Select(row => new (string, object?)[] { ("$mapping", row.Mapping), ("$job", StoredText.Of(row.Job)), ("$body", row.Body) })]);
}
