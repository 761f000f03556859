using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Output;

namespace BcSalesSync.PowerShell.Commands;

/// <summary>What every cmdlet shares: its streams, its cancellation, and work off the pipeline thread.</summary>
public abstract class BcCommand : PSCmdlet, IDisposable
{
    // Made at once: StopProcessing comes from another thread and may come first.
    private readonly CancellationTokenSource stopping = new();

    private protected BcCommand() => Streams = new CmdletStreams(this);

    internal ICommandStreams Streams { get; set; }

    internal TimeProvider Clock { get; set; } = TimeProvider.System;

    private protected bool IsStopping => stopping.IsCancellationRequested;

    /// <inheritdoc />
    public void Dispose()
    {
        stopping.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Asks the work to end at its next checkpoint.</summary>
    protected override void StopProcessing() => stopping.Cancel();

    /// <summary>
    /// Does work whose failure ends the command.
    /// </summary>
    private protected void Run(Func<CommandPump, CancellationToken, Task> work) => Pump(work, e => Streams.Stop(e));

    /// <summary>
    /// Does the work of one input of several: what is wrong with this input is its own error, and the next one gets its turn. A failure
    /// that would meet every input alike ends the command.
    /// </summary>
    private protected void RunFor(object? input, Func<CommandPump, CancellationToken, Task> work) => Pump(work, error =>
    {
        if (error.Category is ErrorCategory.OperationStopped or ErrorCategory.PermissionDenied)
            Streams.Stop(error);
        Streams.Error(error with { Target = input });
    });

    /// <summary>Does work whose failure tells nothing about the rest of what was asked; only a stop ends the command.</summary>
    private protected void RunPart(object? input, Func<CommandPump, CancellationToken, Task> work) => Pump(work, error =>
    {
        if (error.Category is ErrorCategory.OperationStopped)
            Streams.Stop(error);
        Streams.Error(error with { Target = input });
    });

    /// <summary>An error of this shell's own; with an input it is about that input.</summary>
    private protected CommandError Refuse(string problem, string message, string recommendedAction, object? input = null) =>
        CommandError.From(
            new BcSyncError
            {
                Time = Clock.GetUtcNow(),
                Class = input is null ? FailureClass.Configuration : FailureClass.Data,
                ErrorId = problem,
                Message = message,
                RecommendedAction = recommendedAction,
            },
            input);

    /// <summary>Whether a name stands for several; a plain one that is not there is an error.</summary>
    private protected static bool IsPattern(string name) => name.AsSpan().IndexOfAny('*', '?') >= 0;

    private void Pump(Func<CommandPump, CancellationToken, Task> work, Action<CommandError> fail)
    {
        if (IsStopping)
            return;
        try
        {
            new CommandPump(Streams, Clock).Run((pump, cancellation) => ExplainedAsync(work, pump, cancellation), stopping.Token);
        }
        catch (OperationCanceledException) when (IsStopping)
        {
            // The pipeline is ending; a stopped shell takes no more words.
        }
        catch (SyncException e)
        {
            fail(CommandError.From(e.Error, null, e));
        }
    }

    // Even what nobody expected comes with a stable id and a next step.
    private async Task ExplainedAsync(Func<CommandPump, CancellationToken, Task> work, CommandPump pump, CancellationToken cancellation)
    {
        try
        {
            await work(pump, cancellation);
        }
        catch (Exception e) when (e is not SyncException && !cancellation.IsCancellationRequested)
        {
            throw new SyncException(
                new BcSyncError
                {
                    Time = Clock.GetUtcNow(),
                    Class = FailureClass.Fatal,
                    ErrorId = "BcSync.Command.Unexpected",
                    Message = e.Message,
                    RecommendedAction = "Repeat the command with -Debug, and report the exception if it comes back.",
                },
                e);
        }
    }
}
