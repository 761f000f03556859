using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using System.Runtime.ExceptionServices;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Output;

/// <summary>
/// Brings what work on other threads has to say to the pipeline thread, the only one that may write, in the order it was said. The
/// queue is bounded: a slow pipeline slows the work instead of filling memory.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "Work left in the background may still knock on the queue, and is turned away.")]
internal sealed class CommandPump(ICommandStreams streams, TimeProvider clock) : ISyncObserver
{
    private const int Capacity = 256;

    private static readonly AsyncLocal<CommandPump?> Running = new();

    private readonly BlockingCollection<PumpItem> queue = new(Capacity);
    private readonly ProgressPace pace = new(clock);
    private ExceptionDispatchInfo? failed;

    /// <summary>The pump of the command on whose behalf the calling code works; null outside of commands.</summary>
    internal static CommandPump? Current => Running.Value;

    /// <summary>
    /// Runs the work elsewhere and writes on this thread until it has ended. When the pipeline ends first, the work is asked to stop and
    /// is waited for, so that it ends at a checkpoint.
    /// </summary>
    internal void Run(Func<CommandPump, CancellationToken, Task> work, CancellationToken stopping)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        _ = Task.Run(() => ProduceAsync(work, cancellation.Token), CancellationToken.None);
        ExceptionDispatchInfo? broken = null;
        foreach (var item in queue.GetConsumingEnumerable(CancellationToken.None))
        {
            if (broken is not null)
            {
                item.Discard();
                continue;
            }

            try
            {
                item.Write(streams);
            }
            catch (Exception e)
            {
                broken = ExceptionDispatchInfo.Capture(e);
                item.Discard();
                cancellation.Cancel();
            }
        }

        EndBars();
        broken?.Throw();
        failed?.Throw();
    }

    public void Verbose(string message) => Post(s => s.Verbose(message));

    public void Debug(string message) => Post(s => s.Debug(message));

    public void Warning(string message) => Post(s => s.Warning(message));

    public void Progress(BcProgress progress) => Post(s =>
    {
        if (pace.Admits(progress))
            s.Progress(progress);
    });

    internal void Output(object value) => Post(s => s.Output(value));

    internal void Error(CommandError error) => Post(s => s.Error(error));

    /// <summary>Writes each value as soon as it exists.</summary>
    internal async Task OutputAsync<T>(IAsyncEnumerable<T> values, CancellationToken cancellationToken)
        where T : class
    {
        await foreach (var value in values.WithCancellation(cancellationToken))
            Output(value);
    }

    /// <summary>Has the pipeline thread work something out, and is null when that thread no longer listens.</summary>
    internal Task<T?> AskAsync<T>(Func<T> question)
        where T : class
    {
        var answer = new TaskCompletionSource<T?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var item = new PumpItem(_ => Answer(question, answer), () => answer.TrySetResult(null));
        if (!Post(item))
            item.Discard();
        return answer.Task;
    }

    private static void Answer<T>(Func<T> question, TaskCompletionSource<T?> answer)
        where T : class
    {
        try
        {
            answer.TrySetResult(question());
        }
        catch (Exception e)
        {
            answer.TrySetException(e);
        }
    }

    private async Task ProduceAsync(Func<CommandPump, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        Running.Value = this;
        try
        {
            await work(this, cancellationToken);
        }
        catch (Exception e)
        {
            failed = ExceptionDispatchInfo.Capture(e);
        }
        finally
        {
            queue.CompleteAdding();
        }
    }

    private void Post(Action<ICommandStreams> write) => Post(new PumpItem(write));

    private bool Post(PumpItem item)
    {
        try
        {
            queue.Add(item);
            return true;
        }
        catch (InvalidOperationException) when (queue.IsAddingCompleted)
        {
            // Work that a command left running in the background speaks to nobody.
            return false;
        }
    }

    private void EndBars()
    {
        try
        {
            foreach (var bar in pace.Open)
                streams.Progress(bar with { Completed = true });
        }
        catch (PipelineStoppedException)
        {
            // A stopped pipeline clears its bars itself.
        }
    }
}
