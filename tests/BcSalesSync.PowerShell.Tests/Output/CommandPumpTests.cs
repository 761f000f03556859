using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Output;
using BcSalesSync.PowerShell.Tests.Doubles;

namespace BcSalesSync.PowerShell.Tests.Output;

public sealed class CommandPumpTests
{
    private readonly RecordingStreams streams = new();
    private readonly ManualClock clock = new();

    [Fact]
    public void Everything_said_elsewhere_is_written_here_in_the_order_it_was_said()
    {
        // The recorder refuses other threads.
        Pump(async (pump, _) =>
        {
            await Task.Yield();
            pump.Verbose("looks");
            pump.Output("first");
            pump.Warning("mind");
            pump.Debug("detail");
            pump.Error(CommandError.From(Samples.Error(), null));
            pump.Progress(new BcProgress { Activity = "a", Status = "b", Completed = true });
        });

        Assert.Equal(["Verbose", "Output", "Warning", "Debug", "Error", "Progress"], streams.Written.Select(w => w.Stream));
    }

    [Fact]
    public void The_failure_of_the_work_comes_out_after_what_it_said()
    {
        var failure = new SyncException(Samples.Error());

        var thrown = Assert.Throws<SyncException>(() => Pump((pump, _) =>
        {
            pump.Output("before");
            throw failure;
        }));

        Assert.Same(failure, thrown);
        Assert.Equal(["before"], streams.Outputs);
    }

    [Fact]
    public void A_pipeline_that_ends_cancels_the_work_and_waits_for_its_checkpoint()
    {
        var saved = false;
        streams.Writing = _ => throw new InvalidOperationException("the pipeline has ended");

        Assert.Throws<InvalidOperationException>(() => Pump(async (pump, cancellation) =>
        {
            pump.Output("first");
            try
            {
                await Task.Delay(Timeout.Infinite, cancellation);
            }
            finally
            {
                pump.Output("last");
                saved = true;
            }
        }));

        Assert.True(saved);
        Assert.Empty(streams.Written);
    }

    [Fact]
    public void A_slow_pipeline_slows_the_work_down()
    {
        var said = 0;
        var furthestAhead = 0;
        streams.Writing = _ => furthestAhead = Math.Max(furthestAhead, Volatile.Read(ref said) - streams.Written.Count);

        Pump((pump, _) =>
        {
            for (var i = 0; i < 5000; i++)
            {
                pump.Output(i);
                Interlocked.Increment(ref said);
            }

            return Task.CompletedTask;
        });

        Assert.Equal(5000, streams.Outputs.Count);
        Assert.InRange(furthestAhead, 0, 257);
    }

    [Fact]
    public void A_question_is_answered_on_the_pipeline_thread()
    {
        var here = Environment.CurrentManagedThreadId;

        Pump(async (pump, _) => pump.Output((await pump.AskAsync(() => $"{Environment.CurrentManagedThreadId == here}"))!));

        Assert.Equal(["True"], streams.Outputs);
    }

    [Fact]
    public async Task Work_left_in_the_background_speaks_to_nobody_and_gets_no_answer()
    {
        CommandPump? left = null;
        Pump((pump, _) =>
        {
            left = pump;
            return Task.CompletedTask;
        });

        left!.Output("late");

        Assert.Null(await left.AskAsync(() => "answer"));
        Assert.Empty(streams.Written);
    }

    [Fact]
    public void What_a_session_says_goes_to_the_command_at_work()
    {
        var observer = new CurrentCommandObserver();
        observer.Debug("between commands");

        Pump(async (_, _) =>
        {
            await Task.Yield();
            observer.Debug("GET customers");
        });

        Assert.Equal(new Written("Debug", "GET customers"), Assert.Single(streams.Written));
    }

    [Fact]
    public void Stopping_cancels_the_work()
    {
        using var stopping = new CancellationTokenSource();

        Assert.ThrowsAny<OperationCanceledException>(() => new CommandPump(streams, clock).Run(
            async (_, cancellation) =>
            {
                stopping.Cancel();
                await Task.Delay(Timeout.Infinite, cancellation);
            },
            stopping.Token));
    }

    [Fact]
    public void Bars_that_are_still_up_at_the_end_are_taken_down()
    {
        Pump((pump, _) =>
        {
            pump.Progress(new BcProgress { Id = 0, Activity = "run", Status = "1" });
            pump.Progress(new BcProgress { Id = 3, Activity = "CUSTOMER", Status = "1" });
            pump.Progress(new BcProgress { Id = 3, Activity = "CUSTOMER", Status = "done", Completed = true });
            return Task.CompletedTask;
        });

        Assert.Equal([(0, false), (3, false), (3, true), (0, true)], streams.Bars.Select(b => (b.Id, b.Completed)));
    }

    private void Pump(Func<CommandPump, CancellationToken, Task> work) => new CommandPump(streams, clock).Run(work, CancellationToken.None);
}
