using System.IO.Enumeration;
using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Completers;

namespace BcSalesSync.PowerShell.Commands.Connections;

/// <summary>Gets the current connection of the runspace, or its open ones by name. Without a connection there is no output.</summary>
[Cmdlet(VerbsCommon.Get, "BcConnection")]
[OutputType(typeof(BcConnection))]
public sealed class GetBcConnectionCommand : BcCommand
{
    /// <summary>Names of open connections; the current one only when not given.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public string[]? Name { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (Name is null)
        {
            if (ConnectionTable.Current(Streams.Scope) is { } current)
                Streams.Output(current);
            return;
        }

        foreach (var connection in ConnectionTable.All(Streams.Scope).Where(c => Name.Any(n => Fits(n, c.Name))))
            Streams.Output(connection);
    }

    private static bool Fits(string pattern, string name) => FileSystemName.MatchesSimpleExpression(pattern, name);
}
