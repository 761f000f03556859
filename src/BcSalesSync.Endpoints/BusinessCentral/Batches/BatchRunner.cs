using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.BusinessCentral.Batches;

/// <summary>
/// Sends one $batch of independent requests and settles each by its own answer. Requests that the service put off and, once, requests
/// that have no answer or whose token ran out are sent again, those alone.
/// </summary>
internal sealed class BatchRunner(BatchLine line)
{
    private static readonly KeyValuePair<string, string> Independent = new("Prefer", "odata.continue-on-error");

    /// <summary>Runs the requests.</summary>
    /// <param name="root">Base address of the API.</param>
    /// <param name="operations">At most as many as a batch may hold.</param>
    /// <param name="isRead">True when all of them only read.</param>
    /// <param name="settle">Called once for every request that got an answer, while its body is valid.</param>
    /// <param name="cancellationToken">Ends waits; a batch of writes under way is let finish.</param>
    /// <returns>Requests that were not executed, with the reason.</returns>
    /// <exception cref="AnswerLostException">Writes were sent and the answer is lost: everything not settled is unknown.</exception>
    public async Task<IReadOnlyDictionary<int, EndpointFailure>> RunAsync(
        Uri root, IReadOnlyList<BatchOperation> operations, bool isRead, Action<BatchEntry> settle, CancellationToken cancellationToken)
    {
        var notExecuted = new Dictionary<int, EndpointFailure>();
        var pending = Enumerable.Range(0, operations.Count).ToList();
        var absentOnce = new HashSet<int>();
        var isRenewed = false;
        for (var round = 0; pending.Count > 0; round++)
        {
            var postponed = new Dictionary<int, EndpointFailure>();
            var missing = pending.ToHashSet();
            var unauthorized = new List<int>();
            using (var response = await line.SendAsync(root, operations, pending, Independent, isRead, cancellationToken))
            {
                if (response.Failure is { } refusal)
                    throw Refused(refusal, response.Status, isRead);
                var entries = BatchLine.ReadEntries(response, isRead);
                foreach (var entry in entries)
                {
                    if (!missing.Remove(entry.Index))
                        continue;
                    if (entry.IsUnauthorized && !isRenewed)
                        unauthorized.Add(entry.Index);
                    else if (line.IsPutOff(entry, isRead))
                        postponed[entry.Index] = line.FailureOf(entry);
                    else
                        settle(entry);
                }

                response.NoteOverload(entries.Select(entry => entry.Status));
            }

            if (unauthorized.Count > 0)
            {
                await line.RenewTokenAsync(cancellationToken);
                isRenewed = true;
            }

            foreach (var index in missing)
            {
                if (absentOnce.Add(index))
                    postponed[index] = Skipped;
                else
                    notExecuted[index] = Skipped;
            }

            if (postponed.Count > 0 && round + 1 >= line.MaxAttempts)
            {
                foreach (var (index, failure) in postponed)
                    notExecuted[index] = failure;
                break;
            }

            pending = [.. postponed.Keys.Concat(unauthorized).Order()];
            if (postponed.Values.Any(failure => failure != Skipped))
                await line.PauseAsync(postponed.Values.Max(failure => failure.RetryAfter), round, cancellationToken);
        }

        return notExecuted;
    }

    /// <summary>The classed failure of an entry.</summary>
    public EndpointFailure FailureOf(BatchEntry entry) => line.FailureOf(entry);

    // Requests before the one at which the server broke may have been carried out.
    private static EndpointException Refused(EndpointFailure refusal, int status, bool isRead) => !isRead && status is >= 500 and not 503
        ? new AnswerLostException(SystemSide.BusinessCentral, refusal, null)
        : new EndpointException(SystemSide.BusinessCentral, refusal);

    private static EndpointFailure Skipped { get; } =
        new(FailureClass.Transient, "NotExecuted", "Business Central answered the batch but did not execute this request.");
}
