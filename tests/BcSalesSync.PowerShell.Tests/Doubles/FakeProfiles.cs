using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Tests.Doubles;

/// <summary>Keeps profiles in memory.</summary>
internal sealed class FakeProfiles(params BcProfile[] kept) : IProfileStore
{
    public List<BcProfile> Kept { get; } = [.. kept];

    public IAsyncEnumerable<BcProfile> ListAsync(CancellationToken cancellationToken) => Kept.ToAsyncEnumerable();

    public Task<BcProfile> GetAsync(string name, CancellationToken cancellationToken) =>
        Task.FromResult(Kept.Single(profile => profile.Name == name));

    public Task SaveAsync(BcProfile profile, CancellationToken cancellationToken)
    {
        Kept.Add(profile);
        return Task.CompletedTask;
    }

    public Task RemoveAsync(string name, CancellationToken cancellationToken)
    {
        Kept.RemoveAll(profile => profile.Name == name);
        return Task.CompletedTask;
    }
}
