using System.Text.RegularExpressions;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Mappings.Checks;
using BcSalesSync.Engine.Mappings.Editing;

namespace BcSalesSync.Engine.Runs.Administration;

/// <summary>Sets up mappings of the admin's own, and gives default ones their defaults back.</summary>
internal sealed partial class TableEditing(EngineParts parts, MappingService mappings, MappingStorage storage)
{
    private const int OrderStep = 10;

    /// <summary>True when a mapping may be called so.</summary>
    public static bool IsName(string name) => Names().IsMatch(name);

    /// <summary>Sets up a mapping.</summary>
    /// <exception cref="SyncException">The name is taken, or the mapping cannot work.</exception>
    public async Task<(TableMapping Mapping, MappingSet Set)> NewAsync(NewTableMapping request, CancellationToken cancellationToken)
    {
        var now = parts.Clock.GetUtcNow();
        var set = await mappings.GetSetAsync(cancellationToken).ConfigureAwait(false);
        var name = request.Settings.Name.Trim().ToUpperInvariant();
        if (!IsName(name))
            throw new SyncException(MappingErrors.InvalidName(now, request.Settings.Name));
        if (set.Find(name) is not null || DefaultMappings.All.Any(known => known.Name == name))
            throw new SyncException(MappingErrors.NameTaken(now, name));
        var draft = new TableMapping
        {
            Name = name,
            BcTable = await BcTableAsync(request.BcTable, cancellationToken).ConfigureAwait(false),
            SalesTable = request.SalesTable.Trim().ToLowerInvariant(),
            Direction = request.SalesTable.Contains('.', StringComparison.Ordinal) ? SyncDirection.ToSales : SyncDirection.Both,
            DependsOn = [.. (request.Settings.DependsOn ?? []).Select(known => known.ToUpperInvariant())],
            Order = set.All.Select(known => known.Order).Append(0).Max() + OrderStep,
            IntervalMinutes = 30,
            IdleMinutes = 720,
            Fields = [],
        };
        var offered = await mappings.OfferedAsync(draft, cancellationToken).ConfigureAwait(false);
        draft = draft with { Fields = OwnRows.For(offered.Sales) };
        MappingChange.Refuse(draft, TableCheck.Tables(draft, offered), now);
        var mapping = MappingChange.Apply(draft, request.Settings with { DependsOn = draft.DependsOn }, offered, now);
        MappingChange.Refuse(mapping, MappingCheck.Problems(mapping, new CheckGround(offered, [.. set.All, mapping], [draft])), now);
        await storage.StoreAsync(null, mapping, cancellationToken).ConfigureAwait(false);
        return (mapping, new MappingSet([.. set.All, mapping], set.Setup));
    }

    /// <summary>Gives a default mapping its defaults back.</summary>
    /// <exception cref="SyncException">There is no such mapping, or it is the admin's own.</exception>
    public async Task<(TableMapping Mapping, MappingSet Set)> ResetAsync(string name, CancellationToken cancellationToken)
    {
        var now = parts.Clock.GetUtcNow();
        var set = await mappings.GetSetAsync(cancellationToken).ConfigureAwait(false);
        var before = set.All.Find(name, now);
        var after = DefaultMappings.For(set.Setup).FirstOrDefault(known => known.Name == before.Name)
            ?? throw new SyncException(MappingErrors.NoDefault(now, before.Name));
        await storage.StoreAsync(before, after, cancellationToken).ConfigureAwait(false);
        return (after, new MappingSet([.. set.All.Select(known => known.Name == after.Name ? after : known)], set.Setup));
    }

    private async Task<string> BcTableAsync(string typed, CancellationToken cancellationToken)
    {
        var names = await parts.Endpoints.BusinessCentral.GetTableNamesAsync(cancellationToken).ConfigureAwait(false);
        return names.FirstOrDefault(name => name == typed)
            ?? names.FirstOrDefault(name => name.Equals(typed.Trim(), StringComparison.OrdinalIgnoreCase)) ?? typed;
    }

    [GeneratedRegex("^[A-Z][A-Z0-9 _-]{0,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
