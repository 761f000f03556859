using BcSalesSync.Contracts;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Runs.Passes.Partitions;

/// <summary>What is handed out with a slice.</summary>
/// <param name="Direction">Direction of the pass.</param>
/// <param name="JobId">Id of the job that counts the records.</param>
/// <param name="Records">The records.</param>
internal sealed record SliceContent(SyncDirection Direction, Guid JobId, IReadOnlyList<Record> Records);
