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
    internal virtual TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(150);

    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            var question = new CompletionQuestion(commandName, parameterName, Candidates.WordIn(wordToComplete), fakeBoundParameters);
            var connection = question.ValueOf<BcConnection>("Connection") ?? ConnectionTable.Current(Runspace.DefaultRunspace);
            return connection is not null && ConnectionTable.SessionOf(connection) is { } session
                ? Candidates.Results(wordToComplete, SuggestionsFor(session, question))
                : [];
        }
        catch (Exception)
        {
            // A failing completer would spoil the line that is being typed.
            return [];
        }
    }

    internal IReadOnlyList<Suggestion> SuggestionsFor(ISyncSession session, CompletionQuestion question) =>
        TimeBox.Collect(cancellation => SuggestAsync(session, question, cancellation), Patience);

    private protected abstract IAsyncEnumerable<Suggestion> SuggestAsync(
        ISyncSession session, CompletionQuestion question, CancellationToken cancellationToken);
}
