using System.Management.Automation;
using BcSalesSync.PowerShell.Completers;

namespace BcSalesSync.PowerShell.Commands.Status;

/// <summary>A cmdlet that reads the log, newest first.</summary>
public abstract class LogCommand : ConnectedCommand
{
    private protected LogCommand()
    {
    }

    /// <summary>Names of table mappings; all when not given.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("MappingName", "Table", "Name")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MappingNameCompleter))]
    public string[]? Mapping { get; set; }

    /// <summary>Number of entries at most, the newest ones; all when not given.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? Last { get; set; }

    /// <summary>Reads an id; a bad one is an error of its own.</summary>
    private protected bool TryReadId(string? text, string field, out Guid? id)
    {
        id = null;
        if (string.IsNullOrWhiteSpace(text))
            return true;
        if (Guid.TryParse(text, out var read))
        {
            id = read;
            return true;
        }

        Streams.Error(Refuse(
            "BcSync.Input.InvalidId",
            $"The field {field} holds '{text}', which is not an id.",
            "Give the Id that Get-BcSyncJob shows.",
            text));
        return false;
    }
}
