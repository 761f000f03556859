using System.Collections;
using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Completers;

/// <summary>Completes names of mapped fields: those of Business Central or of Sales, as the parameter says.</summary>
public sealed class FieldNameCompleter : NameCompleter
{
    private protected override async IAsyncEnumerable<string> NamesAsync(
        ISyncSession session, string parameterName, IDictionary given, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var mapping = Given<string>(given, "Mapping") ?? Given<string[]>(given, "Mapping")?.FirstOrDefault();
        await foreach (var field in session.GetFieldMappingsAsync(mapping, null, cancellationToken))
        {
            if ((parameterName == "SalesField" ? field.SalesField : field.BcField) is { } name)
                yield return name;
        }
    }
}
