using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace BcSalesSync.PowerShell.Completers;

/// <summary>Completes the seeds of a sandbox.</summary>
public sealed class SeedCompleter : IArgumentCompleter
{
    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Candidates.Results(wordToComplete, ["cronus", "empty", "scale:1000"]);
}
