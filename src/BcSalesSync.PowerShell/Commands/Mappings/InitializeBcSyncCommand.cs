using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Completers;

namespace BcSalesSync.PowerShell.Commands.Mappings;

/// <summary>Sets a connection up: creates the default mappings and their entries in the schedule.</summary>
[Cmdlet(VerbsData.Initialize, "BcSync", SupportsShouldProcess = true)]
[OutputType(typeof(BcTableMapping))]
public sealed class InitializeBcSyncCommand : ConnectedCommand
{
    /// <summary>Names of the default mappings to create; all when not given.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("MappingName", "Table")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MappingNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Mapping { get; set; }

    /// <summary>Replaces default mappings that exist by their default; without it they stay as they are.</summary>
    [Parameter]
    public SwitchParameter Reset { get; set; }

    /// <summary>Who owns rows that are created in Sales; what the setup says when not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(OwnershipModel))]
    public OwnershipModel? OwnershipModel { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        var reset = Streams.IsOn(nameof(Reset));
        var action = reset ? "Replace by default mapping" : "Create default mapping";
        string[] wanted = [.. (Mapping ?? ["*"]).Where(name => Streams.ShouldProcess(name, action))];
        if (wanted.Length == 0)
            return;
        var request = new InitializeRequest
        {
            Mappings = Mapping is null ? [] : wanted,
            Reset = reset,
            OwnershipModel = OwnershipModel,
        };
        Run((pump, cancellation) => pump.OutputAsync(Session.InitializeAsync(request, pump, cancellation), cancellation));
    }
}
