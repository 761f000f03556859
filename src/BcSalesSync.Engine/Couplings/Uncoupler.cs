using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Couplings;

/// <summary>
/// Removes couplings of one mapping. Where rows carry the company they belong to, that is blanked first; couplings of contacts under a
/// removed customer go along (spec/engine.md 1.5).
/// </summary>
internal sealed class Uncoupler(EndpointPair endpoints, IStateStore state, TimeProvider clock)
{
    private const string Company = "bcbi_companyid";

    /// <summary>True when removing couplings of the mapping writes to Sales, and is therefore logged as a job.</summary>
    public async Task<bool> WritesAsync(TableMapping mapping, CancellationToken cancellationToken) =>
        mapping.Direction is not SyncDirection.ToBusinessCentral
        && await endpoints.Sales.GetSchemaAsync(mapping.SalesTable, cancellationToken).ConfigureAwait(false) is { } table
        && table.Columns.TryGetValue(Company, out var column) && column.CanUpdate;

    /// <summary>
    /// Couplings that were there, each with null when it is removed now, or the refusal that keeps it. One that somebody else removed
    /// meanwhile is left out.
    /// </summary>
    public async Task<IReadOnlyList<(CouplingState Coupling, EndpointFailure? Failure)>> RemoveAsync(
        TableMapping mapping, IReadOnlyList<CouplingState> couplings, CancellationToken cancellationToken)
    {
        var failures = await WritesAsync(mapping, cancellationToken).ConfigureAwait(false)
            ? await BlankCompanyAsync(mapping, couplings, cancellationToken).ConfigureAwait(false)
            : new EndpointFailure?[couplings.Count];
        var unwanted = couplings.Where((_, i) => failures[i] is null).ToArray();
        var clashes = await state.SaveAsync(overtaken => Removal([.. unwanted.Without(overtaken)]), CancellationToken.None)
            .ConfigureAwait(false);
        return [.. couplings.Zip(failures).Where(pair => !clashes.Any(clash => clash.Concerns(pair.First)))];
    }

    /// <summary>Couplings of contacts whose row lies under one of the removed customers' rows.</summary>
    public async Task<IReadOnlyList<CouplingState>> ChildrenAsync(
        MappingSet mappings, TableMapping mapping, IReadOnlyList<CouplingState> removed, CancellationToken cancellationToken)
    {
        if (mapping.Name is not "CUSTOMER" || mappings.Find("CONTACT") is null)
            return [];
        var parents = removed.Select(coupling => coupling.SalesId).ToHashSet();
        var children = new List<CouplingState>();
        await foreach (var contact in state.Couplings.ReadAsync("CONTACT", new CouplingCondition(), cancellationToken)
            .ConfigureAwait(false))
        {
            if (contact.Sales?.Values.GetValueOrDefault("parentcustomerid").AsId() is { } parent && parents.Contains(parent))
                children.Add(contact);
        }

        return children;
    }

    private StateChange Removal(IReadOnlyList<CouplingState> removed) => new()
    {
        RemovedCouplings = removed,
        Settled = [.. removed.SelectMany(coupling => coupling.Keys)],
        Now = clock.GetUtcNow(),
    };

    private async Task<EndpointFailure?[]> BlankCompanyAsync(
        TableMapping mapping, IReadOnlyList<CouplingState> couplings, CancellationToken cancellationToken)
    {
        var writes = couplings.Select(coupling => new RecordWrite
        {
            Kind = WriteKind.Update,
            Id = coupling.SalesId,
            Values = [new(Company, FieldValue.Empty)],
        }).ToArray();
        var outcomes = await endpoints.Sales.WriteAsync(mapping.SalesTable, writes, cancellationToken).ConfigureAwait(false);
        return [.. outcomes.Select(outcome => outcome.Status is WriteStatus.Done or WriteStatus.NotFound
            ? null
            : outcome.Failure
                ?? new EndpointFailure(FailureClass.Transient, outcome.Status.ToString(), "Sales did not confirm the change."))];
    }
}
