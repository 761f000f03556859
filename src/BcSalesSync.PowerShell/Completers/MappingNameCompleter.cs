using System.Collections;
using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Completers;

/// <summary>Completes names of table mappings.</summary>
public sealed class MappingNameCompleter : NameCompleter
{
    private protected override async IAsyncEnumerable<string> NamesAsync(
        ISyncSession session, string parameterName, IDictionary given, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var mapping in session.GetTableMappingsAsync(null, cancellationToken))
            yield return mapping.Name;
    }
}
