using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace BcSalesSync.PowerShell.Completers;

/// <summary>Completes what can be made to happen in a sandbox.</summary>
public sealed class EventTypeCompleter : IArgumentCompleter
{
    private static readonly Suggestion[] Types =
    [
        "ActivateQuote", "AdjustInventory", "CancelInvoice", "Clock", "DeleteRow", "PostOrder", "ReceivePayment", "ReleaseOrder", "ReviseQuote", "Rows",
        "SubmitOrder", "WinQuote",
    ];

    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Candidates.Results(wordToComplete, Types);
}
