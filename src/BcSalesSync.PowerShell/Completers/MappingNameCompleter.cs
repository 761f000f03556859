using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Completers;

/// <summary>Completes names of table mappings.</summary>
public sealed class MappingNameCompleter : NameCompleter
{
    private protected override async IAsyncEnumerable<Suggestion> SuggestAsync(
        ISyncSession session, CompletionQuestion question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var mapping in session.GetTableMappingsAsync(null, cancellationToken))
            yield return new Suggestion(mapping.Name, null, $"{mapping.BcTable} and {mapping.SalesTable}, {mapping.Direction}");
    }
}
