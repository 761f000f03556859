using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Scheduling;

/// <summary>Keeps what is remembered of the entries of the schedule.</summary>
internal sealed class ScheduleBook(EngineParts parts)
{
    /// <summary>What is remembered of an entry.</summary>
    public async Task<EntryState> ReadAsync(ScheduleEntry work, CancellationToken cancellationToken) => EntryState.FromJson(
        await parts.State.GetSettingAsync(EntryState.SettingOf(work.Name), cancellationToken).ConfigureAwait(false));

    /// <summary>Remembers it.</summary>
    public Task SaveAsync(ScheduleEntry work, EntryState state) => parts.State.CommitAsync(
        new StateChange
        {
            Settings = new Dictionary<string, string> { [EntryState.SettingOf(work.Name)] = state.ToJson() },
            Now = parts.Clock.GetUtcNow(),
        },
        CancellationToken.None);

    /// <summary>Forgets what is remembered of entries.</summary>
    public Task ForgetAsync(IReadOnlyCollection<ScheduleEntry> entries) => parts.State.CommitAsync(
        new StateChange
        {
            Settings = entries.ToDictionary(work => EntryState.SettingOf(work.Name), _ => EntryState.New.ToJson()),
            Now = parts.Clock.GetUtcNow(),
        },
        CancellationToken.None);

    /// <summary>The work that names, which may hold wildcards, stand for.</summary>
    /// <exception cref="SyncException">A name fits nothing.</exception>
    public IReadOnlyList<ScheduleEntry> Named(IReadOnlyList<ScheduleEntry> all, IReadOnlyList<string> names)
    {
        var found = new HashSet<ScheduleEntry>();
        foreach (var name in names)
        {
            var pattern = new WildcardPattern(name);
            var fitting = all.Where(work => pattern.Matches(work.Name)).ToArray();
            if (fitting.Length == 0)
            {
                throw new SyncException(name.Equals(ScheduleEntries.ArchivedOrdersJob, StringComparison.OrdinalIgnoreCase)
                    ? ScheduleErrors.TwoWayOff(parts.Clock.GetUtcNow(), name) : ScheduleErrors.NoSuchEntry(parts.Clock.GetUtcNow(), name));
            }

            found.UnionWith(fitting);
        }

        return [.. all.Where(found.Contains)];
    }
}
