using System.Text.Json;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Runs;

/// <summary>Sets mappings up, shows them and changes them.</summary>
/// <param name="endpoints">The two systems.</param>
/// <param name="state">The durable state.</param>
/// <param name="clock">The clock.</param>
public sealed class MappingService(EndpointPair endpoints, IStateStore state, TimeProvider clock)
{
    private const string SetupSetting = "setup";

    /// <summary>The switches; defaults before they were ever set.</summary>
    public async Task<BcSyncSetup> GetSetupAsync(CancellationToken cancellationToken)
    {
        var stored = await state.GetSettingAsync(SetupSetting, cancellationToken).ConfigureAwait(false);
        return (stored is null ? null : JsonSerializer.Deserialize<BcSyncSetup>(stored))
            ?? new BcSyncSetup { OwnershipModel = OwnershipModel.Person };
    }

    /// <summary>The mappings and switches at this moment.</summary>
    /// <exception cref="SyncException">Nothing was set up yet.</exception>
    public async Task<MappingSet> GetSetAsync(CancellationToken cancellationToken)
    {
        var mappings = await state.GetMappingsAsync(cancellationToken).ConfigureAwait(false);
        if (mappings.Count == 0)
            throw new SyncException(MappingErrors.NotSetUp(clock.GetUtcNow()));
        return new MappingSet(mappings, await GetSetupAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>
    /// Creates the default mappings that are asked for and not there yet, or replaces them on reset; returns all that were asked
    /// for.
    /// </summary>
    public async Task<IReadOnlyList<TableMapping>> InitializeAsync(InitializeRequest request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var wanted = request.Mappings.Count == 0
            ? DefaultMappings.All
            : [.. request.Mappings.SelectMany(name => DefaultMappings.All.Named(name, now)).Distinct().InRunOrder()];
        var existing = (await state.GetMappingsAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(mapping => mapping.Name);
        var created = wanted.Where(mapping => request.Reset || !existing.ContainsKey(mapping.Name)).ToArray();
        var setup = await GetSetupAsync(cancellationToken).ConfigureAwait(false);
        setup = setup with { OwnershipModel = request.OwnershipModel ?? setup.OwnershipModel };
        await state.CommitAsync(
            new StateChange
            {
                Mappings = created,
                Settings = new Dictionary<string, string> { [SetupSetting] = JsonSerializer.Serialize(setup) },
                Now = now,
            },
            cancellationToken).ConfigureAwait(false);
        return [.. wanted.Select(mapping => created.Contains(mapping) ? mapping : existing[mapping.Name])];
    }

    /// <summary>Changes a mapping after checking the change against the tables as they are.</summary>
    public async Task<TableMapping> ChangeAsync(TableMappingChange change, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var set = await GetSetAsync(cancellationToken).ConfigureAwait(false);
        var mapping = set.All.Find(change.Name, now);
        var changed = MappingChange.Apply(mapping, change, await OfferedAsync(mapping, cancellationToken).ConfigureAwait(false), now);
        await state.CommitAsync(new StateChange { Mappings = [changed], Now = now }, cancellationToken).ConfigureAwait(false);
        return changed;
    }

    /// <summary>What the connection offers for a mapping.</summary>
    public async Task<OfferedTables> OfferedAsync(TableMapping mapping, CancellationToken cancellationToken) => new(
        await endpoints.BusinessCentral.GetSchemaAsync(mapping.BcTable, cancellationToken).ConfigureAwait(false),
        await endpoints.Sales.GetSchemaAsync(mapping.SalesTable, cancellationToken).ConfigureAwait(false),
        (await endpoints.BusinessCentral.GetFactsAsync(cancellationToken).ConfigureAwait(false)).Tier);
}
