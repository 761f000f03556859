using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Couplings;

/// <summary>
/// Removes couplings of one mapping. Where rows carry the company they belong to, that is blanked first; couplings of records that belong
/// to a removed one, such as the contacts of a customer, go along (spec/engine.md 1.5).
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

    /// <summary>
    /// Couplings that go along with the removed ones, by mapping: those of rows that refer to one of them, such as the contacts of an
    /// account.
    /// </summary>
    public async Task<IReadOnlyList<(TableMapping Mapping, IReadOnlyList<CouplingState> Couplings)>> ChildrenAsync(
        MappingSet mappings, TableMapping mapping, IReadOnlyList<CouplingState> removed, CancellationToken cancellationToken)
    {
        var parents = removed.Select(coupling => coupling.SalesId).ToHashSet();
        var found = new List<(TableMapping, IReadOnlyList<CouplingState>)>();
        foreach (var child in mappings.All)
        {
            var columns = child.Fields.Where(field => field.UncouplesAlong && field.LookupMapping == mapping.Name)
                .Select(field => field.SalesField!).Distinct().ToArray();
            if (columns.Length == 0)
                continue;
            var couplings = new List<CouplingState>();
            await foreach (var coupling in state.Couplings.ReadAsync(child.Name, new CouplingCondition(), cancellationToken)
                .ConfigureAwait(false))
            {
                var values = coupling.Sales?.Values;
                if (Array.Exists(columns, column => values?.GetValueOrDefault(column).AsId() is { } id && parents.Contains(id)))
                    couplings.Add(coupling);
            }

            if (couplings.Count > 0)
                found.Add((child, couplings));
        }

        return found;
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
