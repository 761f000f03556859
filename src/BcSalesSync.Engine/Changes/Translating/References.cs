using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Changes.Translating;

/// <summary>Couplings of the records that a page refers to, loaded in one query a mapping (spec/mappings.md 2.0, lookup).</summary>
internal sealed class References(MappingSet mappings, IReadOnlyDictionary<string, CouplingState> byKey, Translation localCurrency)
{
    /// <summary>What a reference becomes on the other side.</summary>
    public Translation Translate(PassDefinition pass, PassField field, FieldValue value, Record? counterpart)
    {
        if (mappings.Find(field.Row.LookupMapping!) is not { } mapping)
            return Translation.LeaveAlone;
        if (pass.Source is SystemSide.BusinessCentral)
            return ToSales(mapping, field, value);
        var translation = ToBusinessCentral(mapping, field, value);
        return HoldsUncoupled(mapping, field, counterpart) ? translation.KeepingExisting() : translation;
    }

    /// <summary>Key under which a coupling is found: mapping and the value that refers to it.</summary>
    public static string Key(string mapping, FieldValue value) =>
        value.AsId() is { } id ? $"{mapping}:{id:D}" : $"{mapping}:{value.ToString().ToUpperInvariant()}";

    // Sales shows nothing where Business Central refers to a record that is not coupled: that is no wish to take it away.
    private bool HoldsUncoupled(TableMapping mapping, PassField field, Record? counterpart) =>
        field.Row.ClearOnFailedSync && counterpart?[field.Destination.Name] is { IsEmpty: false } held
            && !byKey.ContainsKey(Key(mapping.Name, held));

    private Translation ToSales(TableMapping mapping, PassField field, FieldValue value)
    {
        if (value.IsEmpty)
            return field.Row.BlankIsLocalCurrency ? localCurrency : Translation.To(FieldValue.Empty);
        return byKey.TryGetValue(Key(mapping.Name, value), out var coupling)
            ? Translation.To(FieldValue.Reference(mapping.SalesTable, coupling.SalesId))
            : Missing(mapping, field, value, SystemSide.BusinessCentral);
    }

    private Translation ToBusinessCentral(TableMapping mapping, PassField field, FieldValue value)
    {
        if (value.IsEmpty || (field.Row.BlankIsLocalCurrency && value.AsId() == localCurrency.Value.AsId()))
            return Translation.To(FieldValue.Empty);
        if (value.Raw is Lookup lookup && lookup.Table != mapping.SalesTable)
            return Translation.LeaveAlone;
        if (!byKey.TryGetValue(Key(mapping.Name, value), out var coupling))
            return Missing(mapping, field, value, SystemSide.Sales);
        return Translation.To(field.Destination.Kind is FieldKind.UniqueId ? FieldValue.Id(coupling.BcId) : FieldValue.Text(coupling.BcNo));
    }

    private static Translation Missing(TableMapping mapping, PassField field, FieldValue value, SystemSide side)
    {
        var awaited = new AwaitedReference(mapping.Name, side, value.AsId() is { } id ? id.ToString("D") : value.ToString());
        var both = (side, value.AsId()) switch
        {
            (SystemSide.Sales, _) => $"-SalesId {awaited.Key} -BcNo <number>",
            (_, null) => $"-BcNo '{awaited.Key}' -SalesName <name>",
            _ => $"-BcId {awaited.Key} -SalesName <name>",
        };
        return Translation.NotCoupled(awaited, new PlanFailure(
            FailureClass.DependencyMissing,
            "BcSync.Record.DependencyMissing",
            $"{field.Source} refers to '{awaited.Key}', which is not coupled in mapping {mapping.Name}.",
            $"Couple it first: New-BcCoupling -Mapping {mapping.Name} {both}, or synchronise {mapping.Name} with Start-BcFullSync. "
                + "The record is then taken up again.",
            [awaited]));
    }
}
