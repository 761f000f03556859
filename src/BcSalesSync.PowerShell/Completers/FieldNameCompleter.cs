using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Completers;

/// <summary>Completes names of mapped fields: those of Business Central or of Sales, as the parameter says.</summary>
public sealed class FieldNameCompleter : SystemNameCompleter
{
    private protected override async IAsyncEnumerable<Suggestion> SuggestAsync(
        ISyncSession session, CompletionQuestion question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var mapping = question.TextOf("Mapping");
        await foreach (var field in session.GetFieldMappingsAsync(mapping, null, cancellationToken))
        {
            if ((question.Parameter == "SalesField" ? field.SalesField : field.BcField) is { } name)
                yield return new Suggestion(name, null, $"{field.Mapping}: {field.BcField} and {field.SalesField}");
        }
    }
}
