using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes.Translating;

/// <summary>Loads the couplings that the records of a page refer to.</summary>
internal sealed class ReferenceLoader(MappingSet mappings, ICouplingReader couplings, LocalCurrency localCurrency)
{
    /// <summary>Loads what the given candidates need.</summary>
    public async Task<References> LoadAsync(PassDefinition pass, IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken)
    {
        var byKey = new Dictionary<string, CouplingState>();
        foreach (var group in pass.Fields.Where(field => field.Row.LookupMapping is not null).GroupBy(field => field.Row.LookupMapping!))
        {
            if (mappings.Find(group.Key) is not { } mapping)
                continue;
            var values = group.SelectMany(field => candidates.Select(candidate => candidate.Source[field.ReferredBy!]))
                .Where(value => !value.IsEmpty).Distinct().ToArray();
            foreach (var coupling in await FindAsync(pass.Source, mapping, values, cancellationToken).ConfigureAwait(false))
            {
                byKey[References.Key(mapping.Name, FieldValue.Id(coupling.IdOn(pass.Source)))] = coupling;
                if (pass.Source is SystemSide.BusinessCentral && coupling.BcNo is { } number)
                    byKey[References.Key(mapping.Name, FieldValue.Text(number))] = coupling;
            }

            if (pass.Destination is SystemSide.BusinessCentral)
                await LoadHeldAsync(mapping, [.. group.Where(field => field.Row.ClearOnFailedSync)], candidates, byKey, cancellationToken)
                    .ConfigureAwait(false);
        }

        var needsLocal = pass.Fields.Any(field => field.Row.BlankIsLocalCurrency) && candidates.Any(candidate => !candidate.IsEcho);
        var local = needsLocal ? await localCurrency.GetAsync(cancellationToken).ConfigureAwait(false) : FieldValue.Empty;
        return new References(pass, mappings, byKey, local);
    }

    // What Business Central refers to now decides whether an empty value of Sales may take it away.
    private async Task LoadHeldAsync(
        TableMapping mapping,
        IReadOnlyList<PassField> fields,
        IReadOnlyList<Candidate> candidates,
        Dictionary<string, CouplingState> byKey,
        CancellationToken cancellationToken)
    {
        var held = fields.SelectMany(
            field => candidates.Select(candidate => candidate.Counterpart?[field.Destination.Name] ?? FieldValue.Empty))
            .Where(value => !value.IsEmpty).Distinct().ToArray();
        foreach (var coupling in await FindAsync(SystemSide.BusinessCentral, mapping, held, cancellationToken).ConfigureAwait(false))
        {
            byKey[References.Key(mapping.Name, FieldValue.Id(coupling.BcId))] = coupling;
            if (coupling.BcNo is { } number)
                byKey[References.Key(mapping.Name, FieldValue.Text(number))] = coupling;
        }
    }

    private async Task<IReadOnlyList<CouplingState>> FindAsync(
        SystemSide source, TableMapping mapping, FieldValue[] values, CancellationToken cancellationToken)
    {
        var ids = values.Select(value => value.AsId()).OfType<Guid>().ToArray();
        if (source is SystemSide.Sales)
            return ids.Length == 0 ? [] : await couplings.FindBySalesIdAsync(mapping.Family, ids, cancellationToken).ConfigureAwait(false);
        var numbers = values.Select(value => value.AsText()).OfType<string>().ToArray();
        var byId = ids.Length == 0 ? [] : await couplings.FindByBcIdAsync(mapping.Family, ids, cancellationToken).ConfigureAwait(false);
        var byNumber = numbers.Length == 0 ? [] : await couplings.FindByBcNoAsync(mapping.Family, numbers, cancellationToken)
            .ConfigureAwait(false);
        return [.. byId, .. byNumber];
    }
}
