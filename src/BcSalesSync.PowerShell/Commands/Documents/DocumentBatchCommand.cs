using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Output;

namespace BcSalesSync.PowerShell.Commands.Documents;

/// <summary>A cmdlet that carries documents from one system to the other, and first asks what each would come to where a person is to decide.</summary>
public abstract class DocumentBatchCommand : GatheringCommand
{
    private protected DocumentBatchCommand()
    {
    }

    /// <summary>What is done, as the shell asks for it.</summary>
    private protected abstract string Deed { get; }

    /// <summary>Does it, or only says what would be done.</summary>
    private protected abstract IAsyncEnumerable<BcDocumentResult> WorkAsync(
        IReadOnlyList<Guid> recordIds, IReadOnlyList<string> recordNumbers, bool preview, ISyncObserver observer, CancellationToken cancellationToken);

    /// <summary>Id of a document in the system that it comes from; null when it is not known.</summary>
    private protected abstract Guid? IdOf(BcDocumentResult result);

    /// <summary>Number of a document in the system that it comes from; null when it is not known.</summary>
    private protected abstract string? NumberOf(BcDocumentResult result);

    private protected override void Process(IReadOnlyList<Guid> recordIds, IReadOnlyList<string> recordNumbers)
    {
        var names = recordIds.Count + recordNumbers.Count > 0;
        if (Streams.IsWhatIf || Streams.IsOn("Confirm"))
        {
            (recordIds, recordNumbers) = Accepted(recordIds, recordNumbers);
            if (recordIds.Count + recordNumbers.Count == 0)
                return;
        }
        else if (!Streams.ShouldProcess(names ? Describe(recordIds, recordNumbers) : $"{Noun}s that wait", Deed))
        {
            return;
        }

        RunReported((pump, cancellation) => WorkAsync(recordIds, recordNumbers, false, pump, cancellation), result => result.Error, InputOf);
    }

    // What each document would come to, and which of them the shell agrees with.
    private (List<Guid> Ids, List<string> Numbers) Accepted(IReadOnlyList<Guid> recordIds, IReadOnlyList<string> recordNumbers)
    {
        var plans = new List<BcDocumentResult>();
        Run(async (pump, cancellation) =>
        {
            await foreach (var plan in WorkAsync(recordIds, recordNumbers, true, pump, cancellation))
                plans.Add(plan);
        });
        var acceptedIds = new List<Guid>();
        var acceptedNumbers = new List<string>();
        foreach (var plan in plans)
        {
            if (plan.Error is not null)
                Streams.Error(CommandError.From(plan.Error, InputOf(plan)));
            else if (plan.Action is SyncAction.Unchanged or SyncAction.Skipped)
                Streams.Verbose(plan.Message ?? $"{Noun} {NumberOf(plan)}: nothing to do.");
            else if (!Streams.ShouldProcess($"{Noun} {NumberOf(plan)}", plan.Message is null ? Deed : $"{Deed}. {plan.Message}"))
                continue;
            else if (IdOf(plan) is { } id)
                acceptedIds.Add(id);
            else if (NumberOf(plan) is { } number)
                acceptedNumbers.Add(number);
        }

        return (acceptedIds, acceptedNumbers);
    }

    private object InputOf(BcDocumentResult result) => InputOf(IdOf(result), NumberOf(result), result);
}
