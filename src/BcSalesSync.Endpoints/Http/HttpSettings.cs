using BcSalesSync.Contracts;

namespace BcSalesSync.Endpoints.Http;

/// <summary>How requests to one system are sent, repeated and observed.</summary>
public sealed record HttpSettings
{
    /// <summary>Requests under way at the same time at the beginning, and at most where the service recommends no number.</summary>
    public int Concurrency { get; init; } = 4;

    /// <summary>Requests under way at the same time at most, whatever the service recommends.</summary>
    public int MaxConcurrency { get; init; } = 32;

    /// <summary>What the service allows within a time; null for any amount.</summary>
    public LaneLimits? Limits { get; init; }

    /// <summary>The gates that are shared with others.</summary>
    public LaneBook Lanes { get; init; } = new();

    /// <summary>Times a request is sent at most, where repeating it is safe.</summary>
    public int MaxAttempts { get; init; } = 6;

    /// <summary>How long one attempt to read may take.</summary>
    public TimeSpan ReadTimeout { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>
    /// How long one attempt to write may take. A write given up early may still be carried out, so this waits as long as the service's
    /// gateway does (spec/wire-bc.md 4.1).
    /// </summary>
    public TimeSpan WriteTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Upper bound of the first pause between attempts; it doubles up to <see cref="MaxDelay"/>.</summary>
    public TimeSpan BaseDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Upper bound of every pause that the service did not ask for.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Longest Retry-After that is waited for; a longer one fails the call, and all others until it is over, and is reported with them.
    /// </summary>
    public TimeSpan MaxRetryAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Clock and timers.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Source of jitter; calls are made one at a time.</summary>
    public Random Jitter { get; init; } = new(Environment.ProcessId);

    /// <summary>What nothing that is told of a request or an answer may show.</summary>
    public KnownSecrets Secrets { get; init; } = new();

    /// <summary>Sees every attempt, without secrets; null when nobody looks.</summary>
    public Action<HttpTrace>? Trace { get; init; }

    /// <summary>Hears each time the service asks to be left alone, and for how long, alone or within a batch; null when nobody listens.</summary>
    public Action<SystemSide, TimeSpan>? Throttled { get; init; }
}
