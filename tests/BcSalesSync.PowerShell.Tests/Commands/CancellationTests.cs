using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Commands.Couplings;
using BcSalesSync.PowerShell.Commands.Status;
using BcSalesSync.PowerShell.Tests.Doubles;
using static BcSalesSync.PowerShell.Tests.Doubles.CommandRun;

namespace BcSalesSync.PowerShell.Tests.Commands;

public sealed class CancellationTests
{
    [Fact]
    public void Stopping_ends_a_command_whose_request_hangs()
    {
        var command = new GetBcSyncStatusCommand();
        var session = new FakeSession();
        session.Before = (_, cancellation) =>
        {
            Stop(command);
            return Task.Delay(Timeout.Infinite, cancellation);
        };

        var run = Connected(session).Invoke(command);

        Assert.Empty(run.Streams.Written);
    }

    [Fact]
    public void A_stopped_command_begins_nothing_new()
    {
        var command = new NewBcCouplingCommand { Mapping = ["CUSTOMER"], BcNo = "C1", SalesName = "A1" };
        Stop(command);

        var run = Connected().Invoke(command);

        Assert.Empty(run.Session.Calls);
    }

    [Fact]
    public void One_input_that_fails_leaves_the_next_its_turn()
    {
        var session = new FakeSession
        {
            OnCouplings = q => q.Records?.BcNo == "C1" ? throw new SyncException(Samples.Error()) : [Samples.Coupling("C2")],
        };

        var run = Connected(session).InvokeRows(
            new GetBcCouplingCommand(), Row(("Mapping", "CUSTOMER"), ("BcNo", "C1")), Row(("Mapping", "CUSTOMER"), ("BcNo", "C2")));

        Assert.Equal(["Error", "Output"], run.Streams.Written.Select(w => w.Stream));
    }

    [Fact]
    public void A_failure_that_would_meet_every_input_ends_the_command()
    {
        var session = new FakeSession { OnCouplings = _ => throw new SyncException(Samples.Error(FailureClass.Permission)) };

        Assert.Throws<CommandStoppedException>(() => Connected(session).InvokeRows(
            new GetBcCouplingCommand(), Row(("Mapping", "CUSTOMER"), ("BcNo", "C1"))));
    }

    [Fact]
    public void What_nobody_expected_ends_the_command_with_a_stable_id_and_its_cause()
    {
        var session = new FakeSession { OnCouplings = _ => throw new InvalidDataException("a byte too few") };

        var stopped = Assert.Throws<CommandStoppedException>(() => Connected(session).Invoke(new GetBcCouplingCommand()));

        Assert.Equal("BcSync.Command.Unexpected", stopped.Error.Id);
        Assert.Equal("a byte too few", stopped.Error.Exception.Message);
        Assert.IsType<InvalidDataException>(stopped.Error.Exception.InnerException);
    }
}
