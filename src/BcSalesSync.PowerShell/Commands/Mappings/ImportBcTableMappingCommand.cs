using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Output;

namespace BcSalesSync.PowerShell.Commands.Mappings;

/// <summary>Takes table mappings over from a JSON file, after checking them against both systems.</summary>
[Cmdlet(VerbsData.Import, "BcTableMapping", SupportsShouldProcess = true)]
[OutputType(typeof(BcTableMapping))]
public sealed class ImportBcTableMappingCommand : ConnectedCommand
{
    /// <summary>The JSON file, as Export-BcTableMapping writes it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath")]
    public string Path { get; set; } = string.Empty;

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        var path = Streams.ResolvePath(Path);
        var fine = new List<string>();
        if (Streams.IsWhatIf)
            Import(path, store: false, mapping => fine.Add(mapping.Name));
        else if (Streams.ShouldProcess(path, "Import table mappings"))
            Import(path, store: true, mapping: null);

        // Errors of mappings are worth seeing before anything is done.
        foreach (var name in fine)
            Streams.ShouldProcess(name, "Import table mapping");
    }

    private void Import(string path, bool store, Action<BcTableMapping>? mapping) => RunFor(Path, async (pump, cancellation) =>
    {
        await foreach (var outcome in Session.MappingEditor.ImportAsync(path, store, cancellation))
        {
            if (outcome.Error is not null)
                pump.Error(CommandError.From(outcome.Error, outcome.Input ?? path));
            else if (mapping is not null)
                mapping(outcome.Value!);
            else
                pump.Output(outcome.Value!);
        }
    });
}
