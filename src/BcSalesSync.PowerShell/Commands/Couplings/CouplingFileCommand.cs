using System.Globalization;
using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Completers;

namespace BcSalesSync.PowerShell.Commands.Couplings;

/// <summary>A cmdlet that reads or writes a CSV file of couplings.</summary>
public abstract class CouplingFileCommand : ConnectedCommand
{
    private protected CouplingFileCommand()
    {
    }

    /// <summary>The CSV file, with a line of headings.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath")]
    public string Path { get; set; } = string.Empty;

    /// <summary>Name of one table mapping; what the rows name, or all of them, when not given.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("MappingName", "Table")]
    [ArgumentCompleter(typeof(MappingNameCompleter))]
    public string[]? Mapping { get; set; }

    /// <summary>
    /// Separator of the columns. When not given it is found out for a file that is read; one that is written has that of the culture, or a comma.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Delimiter { get; set; }

    /// <summary>Culture of the values in the file, such as de-DE; the invariant one when not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public CultureInfo? Culture { get; set; }

    private protected CouplingFile File => new()
    {
        Path = Streams.ResolvePath(Path),
        Mapping = Mapping is [var only] ? only : null,
        Delimiter = Delimiter,
        Culture = Culture?.Name,
    };

    private protected bool HasOneMapping()
    {
        if (Mapping is null or { Length: <= 1 })
            return true;
        Streams.Error(Refuse(
            "BcSync.Input.TooManyMappings",
            $"{Mapping.Length} mappings are named.",
            "Name one, or let the rows of the file name theirs.",
            Path));
        return false;
    }
}
