using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Completers;

/// <summary>
/// Completes numbers and names of records, out of what is remembered of couplings and failures: no system is asked. Commands that couple are
/// offered records without a partner, which are those that failed.
/// </summary>
public class RecordCompleter : NameCompleter
{
    private const int Most = 200;
    private static readonly string[] Coupling = ["New-BcCoupling", "Find-BcCouplingMatch"];

    private protected override async IAsyncEnumerable<Suggestion> SuggestAsync(
        ISyncSession session, CompletionQuestion question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var bySales = question.Parameter == "SalesName";
        var mapping = MappingOf(question);
        var left = Most;
        var couples = Coupling.Contains(question.Command, StringComparer.OrdinalIgnoreCase);
        var coupled = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        await foreach (var coupling in session.GetCouplingsAsync(Begun(mapping, bySales, question.Word), cancellationToken))
        {
            if ((bySales ? coupling.SalesName : coupling.BcNo) is not { } name)
                continue;
            coupled.Add(name);
            if (couples)
                continue;
            yield return new Suggestion(name, null, $"{coupling.Mapping} {coupling.BcNo}: {coupling.BcName ?? coupling.SalesName}");
            if (--left == 0)
                yield break;
        }

        await foreach (var error in session.GetErrorsAsync(new ErrorQuery { Mapping = mapping, Last = Most }, cancellationToken))
        {
            if ((bySales ? error.SalesName : error.BcNo) is { } name && !coupled.Contains(name))
                yield return new Suggestion(name, null, $"{error.Mapping}: {error.Message}");
        }
    }

    /// <summary>The mapping whose records are meant; null for any.</summary>
    private protected virtual string? MappingOf(CompletionQuestion question) => question.TextOf("Mapping");

    private static CouplingQuery Begun(string? mapping, bool bySales, string word) => new()
    {
        Mapping = mapping,
        Records = word.Length == 0 ? null
            : bySales ? new RecordSelector { SalesName = word + "*" }
            : new RecordSelector { BcNo = word + "*" },
    };
}
