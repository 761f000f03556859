using System.Collections;
using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Completers;

/// <summary>Completes transformations as they are written.</summary>
public sealed class TransformationCompleter : NameCompleter
{
    private protected override async IAsyncEnumerable<string> NamesAsync(
        ISyncSession session, string parameterName, IDictionary given, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var form in await session.MappingEditor.GetTransformationsAsync(cancellationToken))
            yield return form;
    }
}
