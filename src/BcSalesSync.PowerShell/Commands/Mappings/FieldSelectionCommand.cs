using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Completers;

namespace BcSalesSync.PowerShell.Commands.Mappings;

/// <summary>A cmdlet that works on one row of each of some table mappings.</summary>
public abstract class FieldSelectionCommand : ConnectedCommand
{
    private protected FieldSelectionCommand()
    {
    }

    /// <summary>Names of table mappings, such as CUSTOMER, with wildcards.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("MappingName", "Table", "Name")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MappingNameCompleter))]
    public string[]? Mapping { get; set; }

    /// <summary>Field in Business Central, by its name in the API, such as displayName.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ColumnNameCompleter))]
    public string? BcField { get; set; }

    /// <summary>Column in Sales, by its logical name, such as telephone1.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ColumnNameCompleter))]
    public string? SalesField { get; set; }

    private protected abstract string Action { get; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (var mapping in (Mapping ?? []).SelectMany(MappingsOf))
        {
            var row = RowOf(mapping);
            if (!Streams.ShouldProcess($"{mapping}: {string.Join(" / ", new[] { row.BcField, row.SalesField }.OfType<string>())}", Action))
                continue;
            RunFor(mapping, async (pump, cancellation) => pump.Output(await EditAsync(Session.MappingEditor, row, cancellation)));
        }
    }

    private protected virtual FieldMappingChange RowOf(string mapping) =>
        new() { Mapping = mapping, BcField = Given(BcField), SalesField = Given(SalesField) };

    private protected abstract Task<BcFieldMapping> EditAsync(
        IMappingEditor editor, FieldMappingChange row, CancellationToken cancellationToken);

    // A property that is null comes out of the pipeline as blank text.
    private protected static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
