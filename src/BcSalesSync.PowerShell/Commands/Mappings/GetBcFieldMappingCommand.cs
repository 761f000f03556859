using System.IO.Enumeration;
using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Completers;

namespace BcSalesSync.PowerShell.Commands.Mappings;

/// <summary>Gets the rows of table mappings: pairs of fields, and constants.</summary>
[Cmdlet(VerbsCommon.Get, "BcFieldMapping")]
[OutputType(typeof(BcFieldMapping))]
public sealed class GetBcFieldMappingCommand : ConnectedCommand
{
    /// <summary>Names of table mappings; all when not given.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("MappingName", "Table", "Name")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MappingNameCompleter))]
    public string[]? Mapping { get; set; }

    /// <summary>Field in Business Central, by its name in the API; all when not given.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(FieldNameCompleter))]
    public string? BcField { get; set; }

    /// <summary>Column in Sales, by its logical name; all when not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(FieldNameCompleter))]
    public string? SalesField { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (var mapping in Mapping ?? [null!])
        {
            RunFor(mapping, async (pump, cancellation) =>
            {
                await foreach (var field in Session.GetFieldMappingsAsync(mapping, BcField ?? SalesField, cancellation))
                {
                    if (Fits(BcField, field.BcField) && Fits(SalesField, field.SalesField))
                        pump.Output(field);
                }
            });
        }
    }

    private static bool Fits(string? pattern, string? name) =>
        string.IsNullOrEmpty(pattern) || (name is not null && FileSystemName.MatchesSimpleExpression(pattern, name));
}
