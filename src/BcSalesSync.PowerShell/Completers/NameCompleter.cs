using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Commands.Connections;

namespace BcSalesSync.PowerShell.Completers;

/// <summary>Completes names that the connection knows. Without one, or when it is slow, there is simply nothing to offer.</summary>
public abstract class NameCompleter : IArgumentCompleter
{
    private protected NameCompleter()
    {
    }

    /// <summary>How long somebody who presses Tab is kept waiting.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            var connection = Given<BcConnection>(fakeBoundParameters, "Connection") ?? ConnectionTable.Current(Runspace.DefaultRunspace);
            return connection is not null && ConnectionTable.SessionOf(connection) is { } session
                ? Candidates.Results(wordToComplete, NamesOf(session, parameterName, fakeBoundParameters))
                : [];
        }
        catch (Exception)
        {
            // A failing completer would spoil the line that is being typed.
            return [];
        }
    }

    internal IReadOnlyList<string> NamesOf(ISyncSession session, string parameterName, IDictionary given) =>
        TimeBox.Collect(cancellation => NamesAsync(session, parameterName, given, cancellation), Patience);

    private protected abstract IAsyncEnumerable<string> NamesAsync(
        ISyncSession session, string parameterName, IDictionary given, CancellationToken cancellationToken);

    private protected static T? Given<T>(IDictionary given, string parameterName)
        where T : class =>
        given[parameterName] switch
        {
            T value => value,
            PSObject { BaseObject: T value } => value,
            _ => null,
        };
}
