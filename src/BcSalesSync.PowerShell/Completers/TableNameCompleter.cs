using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Completers;

/// <summary>Completes tables of Business Central or of Sales, as the parameter says.</summary>
public sealed class TableNameCompleter : SystemNameCompleter
{
    private protected override async IAsyncEnumerable<Suggestion> SuggestAsync(
        ISyncSession session, CompletionQuestion question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var side = question.Parameter == "SalesTable" ? SystemSide.Sales : SystemSide.BusinessCentral;
        foreach (var table in await session.MappingEditor.GetTablesAsync(side, cancellationToken))
            yield return table;
    }
}
