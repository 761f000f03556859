namespace BcSalesSync.Engine.Scheduling;

/// <summary>Stops work once a time is over, so that it ends at its next checkpoint instead of at a runbook's limit.</summary>
internal sealed class TimeLimit : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private readonly TimeProvider clock;
    private readonly DateTimeOffset? until;
    private readonly CancellationTokenSource stop;
    private readonly ITimer? timer;

    /// <summary>Begins to watch the time.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="until">When the time is over (UTC); null for never.</param>
    /// <param name="cancellationToken">Stops the work earlier.</param>
    public TimeLimit(TimeProvider clock, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        this.clock = clock;
        this.until = until;
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (until is not null)
            timer = clock.CreateTimer(_ => Look(), null, Beat, Beat);
    }

    /// <summary>Cancelled when the work has to end.</summary>
    public CancellationToken Token => stop.Token;

    /// <summary>True once no time is left.</summary>
    public bool IsOver => until <= clock.GetUtcNow();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (timer is not null)
            await timer.DisposeAsync().ConfigureAwait(false);
        stop.Dispose();
    }

    private void Look()
    {
        if (IsOver)
            stop.Cancel();
    }
}
