using System.Collections;
using System.Collections.Specialized;
using System.Management.Automation;
using BcSalesSync.PowerShell.Completers;
using BcSalesSync.PowerShell.Output;

namespace BcSalesSync.PowerShell.Commands.Sandbox;

/// <summary>Makes something happen in a sandbox, as people and time do in the real systems, and says what changed.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "BcSandboxEvent", SupportsShouldProcess = true)]
[OutputType(typeof(OrderedDictionary))]
public sealed class InvokeBcSandboxEventCommand : ConnectedCommand
{
    /// <summary>What happens, such as Rows, Clock, PostOrder or ReceivePayment; the Tab key lists them.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(EventTypeCompleter))]
    public string Type { get; set; } = string.Empty;

    /// <summary>What it happens to, as a hashtable with the names of the sandbox's control interface.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    public IDictionary? Argument { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        // The control interface writes its names in camel case.
        var type = Type.Length == 0 ? Type : char.ToLowerInvariant(Type[0]) + Type[1..];
        var arguments = PlainValues.Of(Argument ?? new Hashtable());
        if (!Streams.ShouldProcess(Session.Connection.Name, $"Sandbox event {type}"))
            return;
        RunFor(Type, async (pump, cancellation) =>
        {
            if (JsonValues.Read(await Session.RaiseSandboxEventAsync(type, arguments, cancellation)) is { } changed)
                pump.Output(changed);
        });
    }
}
