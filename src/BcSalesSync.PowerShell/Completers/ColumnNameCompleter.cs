using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Completers;

/// <summary>Completes columns of a mapping's table, mapped or not, of the side the parameter says.</summary>
public sealed class ColumnNameCompleter : SystemNameCompleter
{
    private protected override async IAsyncEnumerable<Suggestion> SuggestAsync(
        ISyncSession session, CompletionQuestion question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var mapping = question.TextOf("Mapping") ?? question.TextOf("Name");
        if (mapping is null)
            yield break;
        var side = question.Parameter.StartsWith("Sales", StringComparison.Ordinal) ? SystemSide.Sales : SystemSide.BusinessCentral;
        foreach (var column in await session.MappingEditor.GetColumnsAsync(mapping, side, cancellationToken))
            yield return column;
    }
}
