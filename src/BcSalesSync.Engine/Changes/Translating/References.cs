using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes.Translating;

/// <summary>Couplings of the records that a page refers to, loaded in one query a mapping (spec/mappings.md 2.0, lookup).</summary>
internal sealed class References(
    PassDefinition pass, MappingSet mappings, IReadOnlyDictionary<string, CouplingState> byKey, FieldValue localCurrency)
{
    private readonly ILookup<string, PassField> rows = pass.Fields
        .Where(field => field is { Source: not null, Row.LookupMapping: { } name } && mappings.Find(name) is not null)
        .ToLookup(field => field.Row.SalesField!);

    /// <summary>What a reference becomes on the other side.</summary>
    public Translation Translate(PassField field, FieldValue value, Candidate candidate)
    {
        if (mappings.Find(field.Row.LookupMapping!) is not { } mapping || IsOutdone(field, candidate))
            return Translation.LeaveAlone;
        if (pass.Source is SystemSide.BusinessCentral)
            return ToSales(mapping, field, value);
        var translation = ToBusinessCentral(mapping, field, value);
        return HoldsUncoupled(mapping, field, candidate.Counterpart) ? translation.KeepingExisting() : translation;
    }

    /// <summary>Key under which a coupling is found: mapping and the value that refers to it.</summary>
    public static string Key(string mapping, FieldValue value) =>
        value.AsId() is { } id ? $"{mapping}:{id:D}" : $"{mapping}:{value.ToString().ToUpperInvariant()}";

    // The first row whose field is filled takes part; of those with that field, the first that leads to a coupled record.
    private bool IsOutdone(PassField field, Candidate candidate)
    {
        var alternatives = rows[field.Row.SalesField!].ToArray();
        if (alternatives.Length == 1)
            return false;
        var filled = Array.Find(alternatives, row => !candidate.Source[row.ReferredBy!].IsEmpty) ?? alternatives[0];
        var sharing = Array.FindAll(alternatives, row => row.Source == filled.Source);
        var chosen = Array.Find(sharing, row => byKey.ContainsKey(Key(row.Row.LookupMapping!, candidate.Source[row.ReferredBy!])))
            ?? sharing[0];
        return !ReferenceEquals(chosen, field);
    }

    // Sales shows nothing where Business Central refers to a record that is not coupled: that is no wish to take it away.
    private bool HoldsUncoupled(TableMapping mapping, PassField field, Record? counterpart) =>
        field.Row.ClearOnFailedSync && counterpart?[field.Destination.Name] is { IsEmpty: false } held
            && !byKey.ContainsKey(Key(mapping.Name, held));

    private Translation ToSales(TableMapping mapping, PassField field, FieldValue value)
    {
        if (value.IsEmpty)
            return Translation.To(field.Row.BlankIsLocalCurrency ? localCurrency : FieldValue.Empty);
        return byKey.TryGetValue(Key(mapping.Name, value), out var coupling)
            ? Translation.To(FieldValue.Reference(mapping.SalesTable, coupling.SalesId))
            : Missing(field, value);
    }

    private Translation ToBusinessCentral(TableMapping mapping, PassField field, FieldValue value)
    {
        if (value.IsEmpty || (field.Row.BlankIsLocalCurrency && value.AsId() == localCurrency.AsId()))
            return Translation.To(FieldValue.Empty);
        if (value.Raw is Lookup lookup && lookup.Table != mapping.SalesTable)
            return Translation.LeaveAlone;
        if (!byKey.TryGetValue(Key(mapping.Name, value), out var coupling))
            return Missing(field, value);
        return Translation.To(field.Destination.Kind is FieldKind.UniqueId ? FieldValue.Id(coupling.BcId) : FieldValue.Text(coupling.BcNo));
    }

    // Each of the mappings that could couple the record would do.
    private Translation Missing(PassField field, FieldValue value) => MissingReference.Of(
        field.Source!,
        value,
        pass.Source,
        [
            .. rows[field.Row.SalesField!].Where(row => row.Source == field.Source)
                .Select(row => mappings.Find(row.Row.LookupMapping!)!.Name),
        ]);
}
