using System.Collections;
using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Completers;

/// <summary>Completes tables of Business Central or of Sales, as the parameter says.</summary>
public sealed class TableNameCompleter : NameCompleter
{
    private protected override async IAsyncEnumerable<string> NamesAsync(
        ISyncSession session, string parameterName, IDictionary given, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var side = parameterName == "SalesTable" ? SystemSide.Sales : SystemSide.BusinessCentral;
        foreach (var table in await session.MappingEditor.GetTablesAsync(side, cancellationToken))
            yield return table;
    }
}
