using System.Management.Automation;
using BcSalesSync.PowerShell.Completers;

namespace BcSalesSync.PowerShell.Commands.Mappings;

/// <summary>Writes table mappings with their fields to a JSON file that Import-BcTableMapping reads.</summary>
[Cmdlet(VerbsData.Export, "BcTableMapping", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportBcTableMappingCommand : ConnectedCommand
{
    private readonly List<string> names = [];

    /// <summary>The JSON file to write; one that exists is replaced.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath")]
    public string Path { get; set; } = string.Empty;

    /// <summary>Names of mappings; all when not given.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("Mapping", "MappingName", "Table")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MappingNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <inheritdoc />
    protected override void ProcessRecord() => names.AddRange(Name);

    /// <summary>Writes one file for all mappings of the pipeline.</summary>
    protected override void EndProcessing()
    {
        var path = Streams.ResolvePath(Path);
        if (!Streams.ShouldProcess(path, "Export table mappings"))
            return;
        RunFor(Path, async (pump, cancellation) =>
        {
            var written = await Session.MappingEditor.ExportAsync(path, names, cancellation);
            pump.Verbose($"{string.Join(", ", written)} written to {path}.");
            pump.Output(new FileInfo(path));
        });
    }
}
