using System.Text.Json;
using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Scheduling;

/// <summary>What is remembered of an entry; an entry that never ran and was never changed has none.</summary>
internal sealed record EntryState
{
    /// <summary>An entry nobody touched: due at once.</summary>
    public static EntryState New { get; } = new();

    /// <summary>Minutes between runs; null for the default.</summary>
    public int? IntervalMinutes { get; init; }

    /// <summary>Minutes to the next run after one that found nothing; null for the default.</summary>
    public int? IdleMinutes { get; init; }

    /// <summary>True while the entry is left out.</summary>
    public bool OnHold { get; init; }

    /// <summary>True after a run that found nothing to do.</summary>
    public bool Idle { get; init; }

    /// <summary>When it is due (UTC); null when it never ran, or is started by hand only.</summary>
    public DateTimeOffset? NextRun { get; init; }

    /// <summary>End of the last run (UTC).</summary>
    public DateTimeOffset? LastRun { get; init; }

    /// <summary>How that ended.</summary>
    public SyncJobStatus? LastResult { get; init; }

    /// <summary>Records that failed in it.</summary>
    public int LastFailed { get; init; }

    /// <summary>What kept the last run from coming to its end; null when nothing did.</summary>
    public BcSyncError? LastError { get; init; }

    /// <summary>When it was looked, while the entry rests, whether there is something to do (UTC); null when not since its last run.</summary>
    public DateTimeOffset? LastLook { get; init; }

    /// <summary>When the time was used up while the entry ran (UTC); null when its last run came to its end.</summary>
    public DateTimeOffset? CutOff { get; init; }

    /// <summary>Name of the setting that keeps the state of an entry.</summary>
    public static string SettingOf(string name) => $"schedule:{name}";

    /// <summary>Reads what was written.</summary>
    public static EntryState FromJson(string? json) => (json is null ? null : JsonSerializer.Deserialize<EntryState>(json)) ?? New;

    /// <summary>The state as text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>True when the entry should run.</summary>
    public bool IsDue(DateTimeOffset now) => !OnHold && (LastRun is null || NextRun <= now);

    /// <summary>True when an entry that rests has done so, unseen, for the time between two runs.</summary>
    public bool MayWake(ScheduleEntry work, DateTimeOffset now) =>
        Idle && !OnHold && (LastLook ?? LastRun)?.AddMinutes(IntervalMinutes ?? work.IntervalMinutes) <= now;

    /// <summary>The state after a run (spec/engine.md 5.2).</summary>
    /// <param name="work">What ran.</param>
    /// <param name="result">How it ended.</param>
    /// <param name="idle">True when it found nothing to do.</param>
    /// <param name="now">Its end (UTC).</param>
    public EntryState After(ScheduleEntry work, SyncJobStatus result, bool idle, DateTimeOffset now)
    {
        var pause = idle ? IdleMinutes ?? work.IdleMinutes : IntervalMinutes ?? work.IntervalMinutes;
        return this with { Idle = idle, LastRun = now, LastLook = null, CutOff = null, LastResult = result, NextRun = pause > 0 ? now.AddMinutes(pause) : null };
    }

    /// <summary>The entry as people see it.</summary>
    public BcScheduleEntry ToContract(ScheduleEntry work, DateTimeOffset now) => new()
    {
        Name = work.Name,
        Description = work.Description,
        IntervalMinutes = IntervalMinutes ?? work.IntervalMinutes,
        IdleMinutes = IdleMinutes ?? work.IdleMinutes,
        State = OnHold ? ScheduleState.OnHold : Idle ? ScheduleState.Inactive : ScheduleState.Ready,
        NextRun = OnHold ? null : LastRun is null ? now : NextRun,
        LastRun = LastRun,
        LastResult = LastResult,
        LastFailed = LastFailed,
        LastError = LastError,
    };
}
