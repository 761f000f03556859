using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning;

namespace BcSalesSync.Engine.Runs.Passes.Partitions;

/// <summary>What whoever settles a slice has to know of the run that handed it out.</summary>
/// <param name="RunId">Id of the run.</param>
/// <param name="JobType">Type of its jobs.</param>
/// <param name="Policy">How freely it may act.</param>
/// <param name="Direction">Direction of the pass.</param>
/// <param name="JobId">Id of the job that counts the records.</param>
internal sealed record SliceOrder(Guid RunId, SyncJobType JobType, PlanPolicy Policy, SyncDirection Direction, Guid JobId);
