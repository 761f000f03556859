namespace BcSalesSync.State.Tests.PostgreSql;

/// <summary>The clock of the machine, which tells when somebody begins to wait by it.</summary>
internal sealed class PauseWatch : TimeProvider
{
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when the first pause began; fails instead of waiting for ever.</summary>
    public Task Begun => begun.Task.WaitAsync(TimeSpan.FromMinutes(1));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        begun.TrySetResult();
        return base.CreateTimer(callback, state, dueTime, period);
    }
}
