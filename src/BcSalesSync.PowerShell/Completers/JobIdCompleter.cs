using System.Globalization;
using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Completers;

/// <summary>Completes ids of jobs, the newest first; the list shows what each of them did.</summary>
public sealed class JobIdCompleter : NameCompleter
{
    private const int Most = 50;

    private protected override async IAsyncEnumerable<Suggestion> SuggestAsync(
        ISyncSession session, CompletionQuestion question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = question.Word.Length == 0 ? Most : (int?)null;
        await foreach (var job in session.GetJobsAsync(new JobQuery { Mapping = question.TextOf("Mapping"), Last = last }, cancellationToken))
        {
            var label = string.Create(CultureInfo.CurrentCulture, $"{job.Started.LocalDateTime:g} {job.Type} {job.Mapping}");
            yield return new Suggestion(job.Id.ToString(), label, $"{label}: {job.Status}, {job.Failed} failed");
        }
    }
}
