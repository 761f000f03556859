using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Convergence;

/// <summary>When somebody adds a record.</summary>
/// <param name="World">Both systems.</param>
/// <param name="Now">What is there.</param>
/// <param name="Step">What is done.</param>
internal sealed record LifeMoment(SyncWorld World, LifePicture Now, LifeStep Step)
{
    /// <summary>A code or number that nothing has.</summary>
    public string Code => $"N{World.Clock.GetUtcNow().ToUnixTimeSeconds() % 1_000_000}";

    /// <summary>What is typed.</summary>
    public string Value => Step.Value;
}
