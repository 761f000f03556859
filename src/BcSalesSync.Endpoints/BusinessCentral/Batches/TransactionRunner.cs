using BcSalesSync.Endpoints.Http;

namespace BcSalesSync.Endpoints.BusinessCentral.Batches;

/// <summary>
/// Sends one $batch whose requests are carried out together or not at all. Where one of them was put off, or its token ran out, nothing
/// was saved, whatever the others say, so all of them are sent again.
/// </summary>
internal sealed class TransactionRunner(BatchLine line)
{
    private static readonly KeyValuePair<string, string> Together = new("Isolation", "snapshot");

    /// <summary>Runs the requests.</summary>
    /// <param name="root">Base address of the API.</param>
    /// <param name="operations">At most as many as a batch may hold.</param>
    /// <param name="settle">Reads the last answer while its body is valid.</param>
    /// <param name="cancellationToken">Ends waits; an envelope under way is let finish.</param>
    /// <exception cref="AnswerLostException">The requests were sent and the answer is lost.</exception>
    public async Task<T> RunAsync<T>(
        Uri root, IReadOnlyList<BatchOperation> operations, Func<TransactionAnswer, T> settle, CancellationToken cancellationToken)
    {
        var isRenewed = false;
        for (var round = 0; ; round++)
        {
            TimeSpan? asked = null;
            bool isUnauthorized;
            using (var response = await line.SendAsync(
                root, operations, Enumerable.Range(0, operations.Count), Together, isRead: false, cancellationToken))
            {
                if (response.Failure is { } refusal)
                    return settle(new TransactionAnswer(response.Status, refusal, []));
                var entries = BatchLine.ReadEntries(response, isRead: false);
                response.NoteOverload(entries.Select(entry => entry.Status));
                isUnauthorized = !isRenewed && entries.Any(entry => entry.IsUnauthorized);
                var putOff = entries.FirstOrDefault(entry => line.IsPutOff(entry, isRead: false));
                if (round + 1 >= line.MaxAttempts || (putOff is null && !isUnauthorized))
                    return settle(new TransactionAnswer(response.Status, null, entries));
                if (putOff is not null)
                    asked = line.FailureOf(putOff).RetryAfter;
            }

            isRenewed |= isUnauthorized;
            if (isUnauthorized)
                await line.RenewTokenAsync(cancellationToken);
            else
                await line.PauseAsync(asked, round, cancellationToken);
        }
    }
}
