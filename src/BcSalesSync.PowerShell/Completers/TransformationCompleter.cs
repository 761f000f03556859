using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Completers;

/// <summary>Completes transformations as they are written.</summary>
public sealed class TransformationCompleter : NameCompleter
{
    private protected override async IAsyncEnumerable<Suggestion> SuggestAsync(
        ISyncSession session, CompletionQuestion question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var form in await session.MappingEditor.GetTransformationsAsync(cancellationToken))
            yield return form;
    }
}
