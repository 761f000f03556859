using BcSalesSync.Endpoints.Dataverse.Transport;

namespace BcSalesSync.Endpoints.Dataverse.Writing;

/// <summary>A batch, and how its answer is read.</summary>
/// <param name="Body">The batch.</param>
/// <param name="TrySettle">Settles what an answer in parts tells and gives what is sent again; null when the answer has no parts.</param>
internal sealed record PackedBatch<TItem>(ReadOnlyMemory<byte> Body, Func<WriteReply, IReadOnlyList<Postponed<TItem>>?> TrySettle);
