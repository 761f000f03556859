using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using BcSalesSync.PowerShell.Loading;

namespace BcSalesSync.PowerShell.Completers;

/// <summary>Completes names of saved profiles.</summary>
public sealed class ProfileNameCompleter : IArgumentCompleter
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(150);

    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Candidates.Results(wordToComplete, TimeBox.Collect(_ => NamesAsync(), Patience));

    // The folder may be far away.
    private static async IAsyncEnumerable<Suggestion> NamesAsync()
    {
        await Task.Yield();
        foreach (var name in EngineEntry.OpenProfiles().Names)
            yield return name;
    }
}
