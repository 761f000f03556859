using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Tests.Doubles;

/// <summary>Keeps profiles in memory.</summary>
internal sealed class FakeProfiles(params BcProfile[] kept) : IProfileStore
{
    public List<BcProfile> Kept { get; } = [.. kept];

    /// <summary>Names of profiles that cannot be read.</summary>
    public HashSet<string> Damaged { get; } = [];

    /// <summary>Names that no profile can have.</summary>
    public HashSet<string> Forbidden { get; } = [];

    public IReadOnlyList<string> Names => [.. Kept.Select(profile => profile.Name).Concat(Damaged).Order()];

    public void RequireName(string name)
    {
        if (Forbidden.Contains(name))
            throw Problem("InvalidName");
    }

    public Task<BcProfile> GetAsync(string name, CancellationToken cancellationToken) =>
        Damaged.Contains(name) ? throw Problem("Unreadable") : Task.FromResult(Kept.Single(profile => profile.Name == name));

    public Task SaveAsync(BcProfile profile, CancellationToken cancellationToken)
    {
        Kept.Add(profile);
        return Task.CompletedTask;
    }

    public Task RemoveAsync(string name, CancellationToken cancellationToken)
    {
        Kept.RemoveAll(profile => profile.Name == name);
        Damaged.Remove(name);
        return Task.CompletedTask;
    }

    private static SyncException Problem(string problem) => new(new BcSyncError
    {
        Time = default, Class = FailureClass.Configuration, ErrorId = "BcSync.Profile." + problem, Message = problem, RecommendedAction = "Mend it.",
    });
}
