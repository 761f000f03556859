using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes.Translating.Prices;

/// <summary>Currencies of Sales by their codes in Business Central; a blank code is the local currency.</summary>
internal sealed class CurrencyCodes(MappingSet mappings, ICouplingReader couplings, LocalCurrency localCurrency)
{
    private const string MappingName = "CURRENCY";
    private const string Column = "currencyCode";
    private readonly Dictionary<string, FieldValue> known = new(StringComparer.OrdinalIgnoreCase);
    private FieldValue local;

    /// <summary>Loads what the codes stand for, in one query.</summary>
    public async Task LoadAsync(IEnumerable<FieldValue> codes, CancellationToken cancellationToken)
    {
        local = await localCurrency.GetAsync(cancellationToken).ConfigureAwait(false);
        var wanted = codes.Select(code => code.AsText()).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(code => !known.ContainsKey(code)).ToArray();
        if (wanted.Length == 0 || mappings.Find(MappingName) is not { } mapping)
            return;
        foreach (var coupling in await couplings.FindByBcNoAsync(mapping.Family, wanted, cancellationToken).ConfigureAwait(false))
            known[coupling.BcNo!] = FieldValue.Reference(mapping.SalesTable, coupling.SalesId);
    }

    /// <summary>The currency a code stands for, or what keeps it from being known.</summary>
    public Translation Translate(FieldValue code)
    {
        if (code.AsText() is not { } text)
            return local.IsEmpty ? Translation.LeaveAlone : Translation.To(local);
        return known.TryGetValue(text, out var currency)
            ? Translation.To(currency)
            : MissingReference.Of(Column, code, SystemSide.BusinessCentral, [MappingName]);
    }
}
