using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using BcSalesSync.PowerShell.Commands.Connections;

namespace BcSalesSync.PowerShell.Completers;

/// <summary>Completes names of the connections that this runspace has open.</summary>
public sealed class ConnectionNameCompleter : IArgumentCompleter
{
    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Runspace.DefaultRunspace is { } runspace
            ? Candidates.Results(wordToComplete, ConnectionTable.All(runspace).Select(open => new Suggestion(open.Name, null, open.BusinessCentralUrl)))
            : [];
}
