using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Mappings.Checks;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Runs.Administration;

namespace BcSalesSync.Engine.Runs;

/// <summary>Sets mappings up, shows them and changes them.</summary>
/// <param name="parts">What the engine works with.</param>
/// <param name="setups">The switches.</param>
public sealed class MappingService(EngineParts parts, SetupService setups)
{
    private readonly EndpointPair endpoints = parts.Endpoints;
    private readonly IStateStore state = parts.State;
    private readonly TimeProvider clock = parts.Clock;

    /// <summary>The mappings and switches at this moment.</summary>
    /// <exception cref="SyncException">Nothing was set up yet.</exception>
    public async Task<MappingSet> GetSetAsync(CancellationToken cancellationToken)
    {
        var mappings = await state.GetMappingsAsync(cancellationToken).ConfigureAwait(false);
        if (mappings.Count == 0)
            throw new SyncException(MappingErrors.NotSetUp(clock.GetUtcNow()));
        return new MappingSet(mappings, await setups.GetAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>
    /// Creates the default mappings that are asked for and not there yet, or replaces them on reset; returns all that were asked
    /// for.
    /// </summary>
    public async Task<IReadOnlyList<TableMapping>> InitializeAsync(InitializeRequest request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var before = await setups.GetAsync(cancellationToken).ConfigureAwait(false);
        var setup = SetupSwitch.Apply(before, new SetupChange { OwnershipModel = request.OwnershipModel });
        var defaults = await new SetUpFacts(endpoints).FillAsync(DefaultMappings.For(setup), cancellationToken).ConfigureAwait(false);
        var wanted = request.Mappings.Count == 0
            ? defaults
            : [.. request.Mappings.SelectMany(name => Named(defaults, name, now)).Distinct().InRunOrder()];
        var stored = await state.GetMappingsAsync(cancellationToken).ConfigureAwait(false);
        var plan = SetupSwitch.Between(stored, before, setup);
        var existing = stored.Except(plan.Removed).ToDictionary(mapping => mapping.Name);
        var created = wanted.Where(mapping => request.Reset || !existing.ContainsKey(mapping.Name)).ToArray();
        await state.CommitAsync(
            setups.ToChange(plan with { Added = [.. plan.Added.Union(created)] }), cancellationToken).ConfigureAwait(false);
        return [.. wanted.Select(mapping => created.Contains(mapping) ? mapping : existing[mapping.Name])];
    }

    private static IReadOnlyList<TableMapping> Named(IReadOnlyList<TableMapping> defaults, string name, DateTimeOffset now)
    {
        var off = DefaultMappings.All.FirstOrDefault(mapping => mapping.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return off?.When is { } condition && defaults.All(mapping => mapping.Name != off.Name)
            ? throw new SyncException(SetupErrors.SwitchedOff(now, off.Name, condition.ToCommand()))
            : defaults.Named(name, now);
    }

    /// <summary>Changes a mapping after checking the change against the tables as they are.</summary>
    public async Task<TableMapping> ChangeAsync(TableMappingChange change, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var set = await GetSetAsync(cancellationToken).ConfigureAwait(false);
        var mapping = set.All.Find(change.Name, now);
        var offered = await OfferedAsync(mapping, cancellationToken).ConfigureAwait(false);

        // A mapping that was shown names only the predecessors that are set up; handed back like that it is no change.
        if (change.DependsOn is { } names && names.SequenceEqual(set.PredecessorsOf(mapping)))
            change = change with { DependsOn = null };
        var changed = MappingChange.Apply(mapping, change, offered, now);
        var all = set.All.Select(known => known.Name == changed.Name ? changed : known).ToList();
        if (change.DependsOn is not null)
            MappingChange.Refuse(changed, DependencyCheck.Problems(changed, new CheckGround(offered, all, [mapping])), now);
        await new MappingStorage(parts).StoreAsync(mapping, changed, cancellationToken).ConfigureAwait(false);
        return changed;
    }

    /// <summary>What the connection offers for a mapping.</summary>
    public async Task<OfferedTables> OfferedAsync(TableMapping mapping, CancellationToken cancellationToken)
    {
        var bc = await endpoints.BusinessCentral.GetSchemaAsync(mapping.BcTable, cancellationToken).ConfigureAwait(false);
        var sales = await endpoints.Sales.GetSchemaAsync(mapping.SalesTable, cancellationToken).ConfigureAwait(false);
        return new OfferedTables(bc, sales, (await endpoints.BusinessCentral.GetFactsAsync(cancellationToken).ConfigureAwait(false)).Tier);
    }
}
