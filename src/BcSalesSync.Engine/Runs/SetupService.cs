using System.Text.Json;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Runs;

/// <summary>Shows and turns the switches that shape the mappings.</summary>
/// <param name="parts">What the engine works with.</param>
public sealed class SetupService(EngineParts parts)
{
    private const string SetupSetting = "setup";
    private readonly OrderIntegrationSwitch orders = new(parts);

    /// <summary>The switches; defaults before they were ever set.</summary>
    public async Task<BcSyncSetup> GetAsync(CancellationToken cancellationToken)
    {
        var stored = await parts.State.GetSettingAsync(SetupSetting, cancellationToken).ConfigureAwait(false);
        return (stored is null ? null : JsonSerializer.Deserialize<BcSyncSetup>(stored))
            ?? new BcSyncSetup { OwnershipModel = OwnershipModel.Person };
    }

    /// <summary>What a change would do.</summary>
    /// <exception cref="SyncException">The change cannot be.</exception>
    public async Task<SetupEffect> PreviewAsync(SetupChange change, CancellationToken cancellationToken) =>
        await EffectAsync(
            await GetAsync(cancellationToken).ConfigureAwait(false), await PlanAsync(change, cancellationToken).ConfigureAwait(false), cancellationToken)
                .ConfigureAwait(false);

    /// <summary>Turns switches; the mappings follow in the same step.</summary>
    /// <exception cref="SyncException">The change cannot be, or a run works on a mapping that would go.</exception>
    public async Task<SetupEffect> ChangeAsync(SetupChange change, CancellationToken cancellationToken)
    {
        var leases = new List<MappingLease>();
        try
        {
            var plan = await PlanAsync(change, cancellationToken).ConfigureAwait(false);
            var holder = parts.Ids.NewId();
            foreach (var mapping in plan.Removed)
                leases.Add(await MappingLease.TakeAsync(parts, mapping.Name, holder, cancellationToken).ConfigureAwait(false));
            var before = await GetAsync(cancellationToken).ConfigureAwait(false);
            var effect = await EffectAsync(before, plan, cancellationToken).ConfigureAwait(false);
            await orders.TellAsync(before, plan.Setup, cancellationToken).ConfigureAwait(false);
            await parts.State.CommitAsync(ToChange(plan), cancellationToken).ConfigureAwait(false);
            return effect;
        }
        finally
        {
            foreach (var lease in leases)
                await lease.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>What the state has to save for turned switches.</summary>
    internal StateChange ToChange(SetupSwitch plan) => new()
    {
        Mappings = plan.Added,
        RemovedMappings = [.. plan.Removed.Select(mapping => new MappingRemoval(mapping.Name, mapping.UncoupleOnRemoval))],
        Settings = new Dictionary<string, string> { [SetupSetting] = JsonSerializer.Serialize(plan.Setup) },
        Now = parts.Clock.GetUtcNow(),
    };

    private async Task<SetupSwitch> PlanAsync(SetupChange change, CancellationToken cancellationToken)
    {
        var before = await GetAsync(cancellationToken).ConfigureAwait(false);
        var after = SetupSwitch.Apply(before, change);
        if (change.AutoCreateSalesOrders is true && !after.AutoCreateSalesOrders)
            throw new SyncException(SetupErrors.OrdersNotCreated(parts.Clock.GetUtcNow(), after.SalesOrderIntegration));
        await orders.CheckAsync(before, after, cancellationToken).ConfigureAwait(false);
        var mappings = await parts.State.GetMappingsAsync(cancellationToken).ConfigureAwait(false);
        if (after.WriteInProductNo != before.WriteInProductNo || after.WriteInProductType != before.WriteInProductType)
            await new WriteInProductCheck(parts).RunAsync(after, cancellationToken).ConfigureAwait(false);
        var plan = SetupSwitch.Between(mappings, before, after);
        return plan with { Added = await new SetUpFacts(parts.Endpoints).FillAsync(plan.Added, cancellationToken).ConfigureAwait(false) };
    }

    private async Task<SetupEffect> EffectAsync(BcSyncSetup before, SetupSwitch plan, CancellationToken cancellationToken)
    {
        var couplings = 0;
        foreach (var mapping in plan.Removed.Where(mapping => mapping.UncoupleOnRemoval))
            couplings += (await parts.State.Couplings.CountAsync(mapping.Name, cancellationToken).ConfigureAwait(false)).Couplings;
        return new SetupEffect
        {
            Setup = plan.Setup,
            Added = [.. plan.Added.Select(mapping => mapping.Name)],
            Removed = [.. plan.Removed.Select(mapping => mapping.Name)],
            TurnedOff = plan.TurnedOff,
            CouplingsRemoved = couplings,
            NextSteps = await orders.NextStepsAsync(before, plan.Setup, cancellationToken).ConfigureAwait(false),
        };
    }
}
