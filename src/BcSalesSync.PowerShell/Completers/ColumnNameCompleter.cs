using System.Collections;
using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Completers;

/// <summary>Completes columns of a mapping's table, mapped or not, of the side the parameter says.</summary>
public sealed class ColumnNameCompleter : NameCompleter
{
    private protected override async IAsyncEnumerable<string> NamesAsync(
        ISyncSession session, string parameterName, IDictionary given, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var mapping = Given<string>(given, "Mapping") ?? Given<string[]>(given, "Mapping")?.FirstOrDefault()
            ?? Given<string>(given, "Name") ?? Given<string[]>(given, "Name")?.FirstOrDefault();
        if (mapping is null)
            yield break;
        var side = parameterName.StartsWith("Sales", StringComparison.Ordinal) ? SystemSide.Sales : SystemSide.BusinessCentral;
        foreach (var column in await session.MappingEditor.GetColumnsAsync(mapping, side, cancellationToken))
            yield return column;
    }
}
