using System.Management.Automation;
using System.Reflection;
using BcSalesSync.PowerShell.Commands;
using BcSalesSync.PowerShell.Commands.Connections;

namespace BcSalesSync.PowerShell.Tests.Doubles;

/// <summary>Runs a cmdlet object as PowerShell does: begin, one call for each row with the row bound to it, end.</summary>
internal sealed class CommandRun
{
    private CommandRun(RecordingStreams streams, FakeSession session)
    {
        Streams = streams;
        Session = session;
        ConnectionTable.Add(streams.Scope, session);
    }

    public RecordingStreams Streams { get; }

    public FakeSession Session { get; }

    public static CommandRun Connected(FakeSession? session = null, bool whatIf = false) =>
        new(new RecordingStreams { IsWhatIf = whatIf }, session ?? new FakeSession());

    /// <summary>Runs with the parameters as they are set on the object.</summary>
    public CommandRun Invoke(BcCommand command) => Invoke(command, [null]);

    /// <summary>Runs with rows from the pipeline.</summary>
    public CommandRun InvokeRows(BcCommand command, params IReadOnlyDictionary<string, string>[] rows)
    {
        Streams.ReadsPipeline = true;
        return Invoke(command, rows);
    }

    public static Dictionary<string, string> Row(params (string Heading, string Cell)[] cells) =>
        cells.ToDictionary(c => c.Heading, c => c.Cell);

    public static void Stop(BcCommand command) => Call(command, "StopProcessing");

    private CommandRun Invoke(BcCommand command, IReadOnlyDictionary<string, string>?[] rows)
    {
        command.Streams = Streams;
        using (command)
        {
            Call(command, "BeginProcessing");
            foreach (var row in rows)
            {
                using var bound = row is null ? null : RowBinding.Bind(command, row);
                Call(command, "ProcessRecord");
            }

            Call(command, "EndProcessing");
        }

        return this;
    }

    public static void Call(BcCommand command, string method) => typeof(Cmdlet)
        .GetMethod(method, BindingFlags.Instance | BindingFlags.NonPublic)!
        .Invoke(command, BindingFlags.DoNotWrapExceptions, null, null, null);
}
