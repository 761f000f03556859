using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Completers;

/// <summary>
/// Completes numbers of documents in Sales, out of what is remembered: those that failed, and where documents are only listed, also those that
/// were taken over.
/// </summary>
public sealed class DocumentCompleter : NameCompleter
{
    private const int Most = 200;

    private protected override async IAsyncEnumerable<Suggestion> SuggestAsync(
        ISyncSession session, CompletionQuestion question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var mapping = MappingOf(question);
        await foreach (var error in session.GetErrorsAsync(new ErrorQuery { Mapping = mapping, Last = Most }, cancellationToken))
        {
            if (error.SalesName is { } number)
                yield return new Suggestion(number, null, error.Message);
        }

        if (!question.Command.StartsWith("Get-", StringComparison.OrdinalIgnoreCase))
            yield break;
        var left = Most;
        await foreach (var coupling in session.GetCouplingsAsync(new CouplingQuery { Mapping = mapping }, cancellationToken))
        {
            if (coupling.SalesName is { } number)
                yield return new Suggestion(number, null, $"{coupling.BcNo} {coupling.BcName}");
            if (--left == 0)
                yield break;
        }
    }

    private static string MappingOf(CompletionQuestion question)
    {
        var isQuote = question.Command.EndsWith("Quote", StringComparison.OrdinalIgnoreCase);
        return (isQuote ? nameof(DocumentKind.Quote) : question.TextOf("Kind"))?.ToUpperInvariant() switch
        {
            "QUOTE" => "SALESQUOTE-QUOTE",
            "INVOICE" => "POSTEDSALESINV-INV",
            _ => "SALESORDER-ORDER",
        };
    }
}
