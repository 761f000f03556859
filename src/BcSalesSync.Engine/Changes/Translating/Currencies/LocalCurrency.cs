using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Changes.Translating.Currencies;

/// <summary>
/// The currency row in Sales that stands for Business Central's local currency. Looked up once; created when it is missing and writing
/// is allowed (spec/mappings.md 3.2, scenario CUR-118).
/// </summary>
internal sealed class LocalCurrency(EndpointPair endpoints, ExchangeRates rates, TimeProvider clock, bool mayCreate)
{
    /// <summary>Table of currencies in Sales.</summary>
    public const string Table = "transactioncurrency";

    private const string IsoCode = "isocurrencycode";
    private Translation? known;

    /// <summary>A reference to the row; empty when it is missing and must not be created.</summary>
    public async Task<Translation> GetAsync(CancellationToken cancellationToken)
    {
        return known ??= await ResolveAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<Translation> ResolveAsync(CancellationToken cancellationToken)
    {
        var local = (await endpoints.BusinessCentral.GetFactsAsync(cancellationToken).ConfigureAwait(false)).LocalCurrency;
        if (string.IsNullOrEmpty(local))
            return Translation.To(FieldValue.Empty);
        var sales = await endpoints.Sales.GetFactsAsync(cancellationToken).ConfigureAwait(false);
        if (sales.BaseCurrencyId is { } baseId && string.Equals(sales.LocalCurrency, local, StringComparison.OrdinalIgnoreCase))
            return Translation.To(FieldValue.Reference(Table, baseId));
        var rows = await endpoints.Sales
            .ReadByValueAsync(Table, [IsoCode], IsoCode, [FieldValue.Text(local)], cancellationToken).ConfigureAwait(false);
        if (rows.Count > 0)
            return Translation.To(FieldValue.Reference(Table, rows[0].Id));
        return mayCreate
            ? await CreateAsync(local, sales, cancellationToken).ConfigureAwait(false)
            : Translation.To(FieldValue.Empty);
    }

    // Rates in Sales count from its base currency, so that a currency cannot be created before that is known.
    private static PlanFailure BaseUnknown(string code) => new(
        FailureClass.Configuration,
        "BcSync.Currency.BaseUnknown",
        $"The base currency of the organization is unknown, so currency {code} cannot be created in Sales.",
        "Give the application the right to read the organization in Sales, then run Connect-BcSync again; "
            + $"or create currency {code} in Sales.");

    private async Task<Translation> CreateAsync(string code, EndpointFacts sales, CancellationToken cancellationToken)
    {
        if (sales.LocalCurrency is null)
            return Translation.Failed(BaseUnknown(code));
        var company = (await endpoints.BusinessCentral.GetFactsAsync(cancellationToken).ConfigureAwait(false)).CompanyId ?? Guid.Empty;
        var id = DerivedId.For(company, $"{Table}/{code}", company);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var rate = await rates.OfAsync(code, today, cancellationToken).ConfigureAwait(false);
        if (rate.Failure is not null)
            return rate;
        var write = new RecordWrite
        {
            Kind = WriteKind.Create,
            Id = id,
            Values =
            [
                new(IsoCode, FieldValue.Text(code)),
                new("currencyname", FieldValue.Text(code)),
                new("currencysymbol", FieldValue.Text(code)),
                new("currencyprecision", FieldValue.Number(sales.CurrencyPrecision ?? 2)),
                new("exchangerate", rate.Value),
            ],
        };
        var outcome = (await endpoints.Sales.WriteAsync(Table, [write], cancellationToken).ConfigureAwait(false))[0];
        if (outcome.Status is WriteStatus.Done or WriteStatus.AlreadyExists)
            return Translation.To(FieldValue.Reference(Table, id));
        throw new EndpointException(endpoints.Sales.Side, outcome.Failure
            ?? new EndpointFailure(
                FailureClass.Transient, outcome.Status.ToString(), $"The currency {code} could not be created in Sales."));
    }
}
