using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;

namespace BcSalesSync.Engine.Ports.State;

/// <summary>The durable state of a connection. Safe for concurrent use; there is one writer at a time.</summary>
public interface IStateStore : IAsyncDisposable
{
    /// <summary>The couplings.</summary>
    ICouplingReader Couplings { get; }

    /// <summary>Unsettled records and intents.</summary>
    IPendingReader Pending { get; }

    /// <summary>Jobs, errors, runs and the review.</summary>
    IRunReader Runs { get; }

    /// <summary>Slices of passes that several workers share.</summary>
    ISliceReader Slices { get; }

    /// <summary>
    /// Saves a change in one transaction. Throws <see cref="CouplingClashException"/> when couplings do not stand any more or break
    /// one-to-one, and <see cref="ClaimLostException"/> when one of its claims is in other hands; then nothing is saved.
    /// </summary>
    Task CommitAsync(StateChange change, CancellationToken cancellationToken);

    /// <summary>All table mappings, in the order of runs.</summary>
    Task<IReadOnlyList<TableMapping>> GetMappingsAsync(CancellationToken cancellationToken);

    /// <summary>A setting, or null when it was never set.</summary>
    Task<string?> GetSettingAsync(string name, CancellationToken cancellationToken);

    /// <summary>Removes finished jobs and their errors from the log; those that skipped couplings refer to stay.</summary>
    Task<BcClearedJobs> ClearJobsAsync(JobClearing clearing, CancellationToken cancellationToken);

    /// <summary>Sets a setting unless it was ever set; returns the value that stands afterwards.</summary>
    Task<string> KeepSettingAsync(string name, string value, CancellationToken cancellationToken);

    /// <summary>
    /// Claims a run, or any other named resource, for a holder and a time. Returns the claim that stands afterwards: the caller's, or
    /// another's that has not run out. The time of claims is counted by one clock for all who share the state.
    /// </summary>
    Task<ClaimState> ClaimAsync(string resource, string holder, TimeSpan term, CancellationToken cancellationToken);

    /// <summary>Lets a claim stand for a time from now, also after its end unless somebody took it; false when it is in other hands.</summary>
    Task<bool> RenewAsync(Fence fence, TimeSpan term, CancellationToken cancellationToken);

    /// <summary>Gives a claim back, unless it is in other hands.</summary>
    Task ReleaseAsync(Fence fence, CancellationToken cancellationToken);

    /// <summary>The claim on a resource, run out or not; null when there is none.</summary>
    Task<ClaimState?> FindClaimAsync(string resource, CancellationToken cancellationToken);
}
