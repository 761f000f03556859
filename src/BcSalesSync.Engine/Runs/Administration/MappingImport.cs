using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Mappings.Files;

namespace BcSalesSync.Engine.Runs.Administration;

/// <summary>Takes mappings of a file in: each is checked, and one that cannot work costs only itself.</summary>
internal sealed class MappingImport(EngineParts parts, MappingService mappings, MappingStorage storage, MappingFiles files)
{
    /// <summary>One outcome for each mapping, or several when it has several problems, in the order of the file.</summary>
    public async IAsyncEnumerable<Outcome<BcTableMapping>> ImportAsync(
        string path, bool store, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var now = parts.Clock.GetUtcNow();
        var entries = await files.ReadAsync(path, cancellationToken).ConfigureAwait(false);
        var set = await mappings.GetSetAsync(cancellationToken).ConfigureAwait(false);
        var refused = await RefusedAsync(entries, set, now, cancellationToken).ConfigureAwait(false);
        var imported = new ImportedMappings(set, mapping => mappings.OfferedAsync(mapping, cancellationToken));
        var readable = entries.Where(entry => entry.Mapping is not null && !refused.ContainsKey(entry)).Select(Named).ToList();
        await imported.LoadAsync(readable).ConfigureAwait(false);
        foreach (var entry in entries)
        {
            var name = entry.Name.ToUpperInvariant();
            if (refused.TryGetValue(entry, out var error))
                yield return Failed(path, entry, error);
            else if (imported.Find(name) is { } mapping)
                yield return await StoreAsync(path, entry, set, mapping, store, cancellationToken).ConfigureAwait(false);
            foreach (var problem in refused.ContainsKey(entry) ? [] : imported.ProblemsOf(name))
                yield return Failed(path, entry, problem.ToError(name, now));
        }
    }

    private static TableMapping Named(FileEntry entry) => entry.Mapping! with { Name = entry.Name.ToUpperInvariant() };

    private async Task<Dictionary<FileEntry, BcSyncError>> RefusedAsync(
        IReadOnlyList<FileEntry> entries, MappingSet set, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var refused = new Dictionary<FileEntry, BcSyncError>(ReferenceEqualityComparer.Instance);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
        {
            if (await ObstacleAsync(entry, seen.Add(entry.Name), set, now, cancellationToken).ConfigureAwait(false) is { } error)
                refused[entry] = error;
        }

        return refused;
    }

    private async Task<BcSyncError?> ObstacleAsync(
        FileEntry entry, bool isFirst, MappingSet set, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (entry.Mapping is not { } mapping)
            return MappingErrors.EntryInvalid(now, entry.Name, entry.Problem!);
        if (!isFirst)
            return MappingErrors.EntryInvalid(now, entry.Name, "The file has another mapping of this name before it.");
        if (!TableEditing.IsName(entry.Name.ToUpperInvariant()))
            return MappingErrors.InvalidName(now, entry.Name);
        if (mapping.When is { } condition && !mapping.BelongsTo(set.Setup))
            return SetupErrors.SwitchedOff(now, entry.Name, condition.ToCommand());
        if (set.Find(entry.Name) is not { } before || before.Family == mapping.Family)
            return null;
        var couplings = (await parts.State.Couplings.CountAsync(before.Name, cancellationToken).ConfigureAwait(false)).Couplings;
        return couplings > 0 ? MappingErrors.TablesFixed(now, before.Name, couplings) : null;
    }

    private async Task<Outcome<BcTableMapping>> StoreAsync(
        string path, FileEntry entry, MappingSet set, TableMapping mapping, bool store, CancellationToken cancellationToken)
    {
        try
        {
            if (store)
                await storage.StoreAsync(set.Find(mapping.Name), mapping, cancellationToken).ConfigureAwait(false);
            return new Outcome<BcTableMapping> { Value = mapping.ToContract(set), Input = entry.Name };
        }
        catch (SyncException problem)
        {
            return Failed(path, entry, problem.Error);
        }
    }

    private static Outcome<BcTableMapping> Failed(string path, FileEntry entry, BcSyncError error) => new()
    {
        Error = error with { Message = $"{path}, mapping {entry.Name}: {error.Message}", Mapping = entry.Name },
        Input = entry.Name,
    };
}
