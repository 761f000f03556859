using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Merging;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Changes.Translating;

/// <summary>
/// Finds coupled records that did not change themselves but whose computed values did, such as currencies after a change of rates.
/// Looked up once a pass; mappings without such values cost nothing.
/// </summary>
internal sealed class DriftCheck(
    ICouplingReader couplings, IPendingReader pending, IReadOnlyDictionary<string, IComputation> computations)
{
    private static readonly IReadOnlySet<Guid> None = new HashSet<Guid>();
    private readonly Dictionary<(string Mapping, SyncDirection Direction), IReadOnlySet<Guid>> known = [];

    /// <summary>Source ids of the records; those left alone, and those with trouble that has its own time, are not among them.</summary>
    public async Task<IReadOnlySet<Guid>> FindAsync(PassDefinition pass, CancellationToken cancellationToken)
    {
        var fields = pass.Fields
            .Where(field => field.Destination.CanUpdate && !field.Row.OnCreateOnly && ComputationOf(field) is not null).ToArray();
        if (fields.Length == 0)
            return None;
        var key = (pass.Mapping.Name, pass.Direction);
        if (!known.TryGetValue(key, out var drifted))
            known[key] = drifted = await FindAsync(pass, fields, cancellationToken).ConfigureAwait(false);
        return drifted;
    }

    private async Task<IReadOnlySet<Guid>> FindAsync(PassDefinition pass, PassField[] fields, CancellationToken cancellationToken)
    {
        var drifted = new HashSet<Guid>();
        await foreach (var coupling in couplings.ReadAsync(pass.Mapping.Name, new CouplingCondition(), cancellationToken)
            .ConfigureAwait(false))
        {
            if (coupling.Skipped || coupling.On(pass.Destination) is not { } last)
                continue;
            foreach (var field in fields)
            {
                var value = await ComputationOf(field)!.ValueNowAsync(coupling, cancellationToken).ConfigureAwait(false);
                if (!value.IsEmpty && ThreeWayMerge.Changed(field.Destination.Name, ValueFitting.Fit(value, field.Destination) ?? value, last))
                    drifted.Add(coupling.IdOn(pass.Source));
            }
        }

        if (drifted.Count > 0)
        {
            var troubled = await pending.FindAsync(pass.Mapping.Name, pass.Direction, [.. drifted], cancellationToken)
                .ConfigureAwait(false);
            drifted.ExceptWith(troubled.Select(row => row.SourceId));
        }

        return drifted;
    }

    private IDriftingComputation? ComputationOf(PassField field) =>
        field.Row.Computed is { } name ? computations.GetValueOrDefault(name) as IDriftingComputation : null;
}
