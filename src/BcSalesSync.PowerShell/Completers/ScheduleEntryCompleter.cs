using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Completers;

/// <summary>Completes names of entries of the schedule.</summary>
public sealed class ScheduleEntryCompleter : NameCompleter
{
    private protected override async IAsyncEnumerable<Suggestion> SuggestAsync(
        ISyncSession session, CompletionQuestion question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entry in session.Schedule.GetAsync(null, cancellationToken))
            yield return new Suggestion(entry.Name, null, entry.Description);
    }
}
