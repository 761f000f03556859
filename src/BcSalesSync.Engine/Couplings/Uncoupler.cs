using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Couplings;

/// <summary>
/// Removes couplings of one mapping. Where rows carry the company they belong to, that is blanked first (spec/engine.md 1.5).
/// </summary>
internal sealed class Uncoupler(
    EndpointPair endpoints, IStateStore state, TimeProvider clock, RemovalRule rule = RemovalRule.WhateverBecame)
{
    private const string Company = "bcbi_companyid";

    /// <summary>
    /// True when removing couplings of the mapping writes to Sales, and is therefore logged as a job.
    /// </summary>
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
        var failures = await ReleaseAsync(mapping, couplings, cancellationToken).ConfigureAwait(false);
        var unwanted = couplings.Where((_, i) => failures[i] is null).ToArray();
        var removed = await ForgetAsync(unwanted).ConfigureAwait(false);
        return [.. couplings.Zip(failures).Where(pair => pair.Second is not null || removed.Contains(pair.First))];
    }

    /// <summary>Removes couplings without a word to Sales; returns those that were still there.</summary>
    public async Task<IReadOnlyList<CouplingState>> ForgetAsync(IReadOnlyList<CouplingState> couplings)
    {
        var clashes = await state.SaveAsync(overtaken => Removal([.. couplings.Without(overtaken)]), CancellationToken.None)
            .ConfigureAwait(false);
        return [.. couplings.Without(clashes)];
    }

    private StateChange Removal(IReadOnlyList<CouplingState> removed) => new()
    {
        RemovedCouplings = rule is RemovalRule.WhateverBecame ? removed : [],
        RemovedAsRead = rule is RemovalRule.AsRead ? removed : [],
        Settled = [.. removed.SelectMany(coupling => coupling.Keys)],
        Now = clock.GetUtcNow(),
    };

    /// <summary>Blanks the company on rows whose couplings are about to go; outcomes as in removing.</summary>
    public async Task<IReadOnlyList<EndpointFailure?>> ReleaseAsync(
        TableMapping mapping, IReadOnlyList<CouplingState> couplings, CancellationToken cancellationToken)
    {
        if (!await WritesAsync(mapping, cancellationToken).ConfigureAwait(false))
            return new EndpointFailure?[couplings.Count];
        var writes = couplings.Select(coupling => new RecordWrite
        {
            Kind = WriteKind.Update,
            Id = coupling.SalesId,
            Values = [new(Company, FieldValue.Empty)],
        }).ToArray();
        return mapping.Lock is { } locked ? await ReleaseLockedAsync(mapping, locked, writes, cancellationToken).ConfigureAwait(false)
            : [.. (await endpoints.Sales.WriteAsync(mapping.SalesTable, writes, cancellationToken).ConfigureAwait(false)).Select(FailureOf)];
    }

    // Rows that came to their end keep the company, and those that were deleted need nothing.
    private async Task<IReadOnlyList<EndpointFailure?>> ReleaseLockedAsync(
        TableMapping mapping, RowLock locked, RecordWrite[] writes, CancellationToken cancellationToken)
    {
        string[] columns = [.. locked.Open.Keys.Append(locked.Column).Distinct()];
        var rows = (await endpoints.Sales
            .ReadByIdAsync(mapping.SalesTable, columns, [.. writes.Select(write => write.Id!.Value)], cancellationToken).ConfigureAwait(false))
                .Where(row => row[locked.Column].AsNumber() is { } state && (locked.Writable.Contains((int)state) || state == locked.Open[locked.Column]))
                .ToDictionary(row => row.Id);
        RecordWrite[] open = [.. writes.Where(write => rows.ContainsKey(write.Id!.Value)).Select(write => write with { IfMatch = rows[write.Id!.Value].ETag })];
        var outcomes = open.Length == 0 ? [] : await new LockedRows(endpoints.Sales, locked)
            .WriteAsync(mapping.SalesTable, open, [.. open.Select(write => rows[write.Id!.Value])], cancellationToken).ConfigureAwait(false);
        var failures = open.Zip(outcomes).ToDictionary(pair => pair.First.Id!.Value, pair => FailureOf(pair.Second));
        return [.. writes.Select(write => failures.GetValueOrDefault(write.Id!.Value))];
    }

    private static EndpointFailure? FailureOf(WriteOutcome outcome) => outcome.Status is WriteStatus.Done or WriteStatus.NotFound
        ? null
        : outcome.Failure ?? new EndpointFailure(FailureClass.Transient, outcome.Status.ToString(), "Sales did not confirm the change.");
}
