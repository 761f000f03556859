using BcSalesSync.Engine.Documents.Invoices.Reading;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Payments;

/// <summary>
/// Brings the states of invoices in Sales up to date. A paid or canceled row is locked, so it is opened and given its new state as one unit; one
/// that has the right state is left alone (spec/documents.md 5.4).
/// </summary>
internal sealed class PaymentUpdate(EndpointPair endpoints, InvoiceForm form)
{
    private const string Table = "invoice";

    private readonly IReadOnlyList<string> columns = [.. PaymentState.Columns.Where(form.Headers.Columns.ContainsKey)];

    /// <summary>Updates the rows of coupled invoices.</summary>
    public async Task<IReadOnlyList<PaymentChange>> RunAsync(IReadOnlyList<CouplingState> couplings, CancellationToken cancellationToken)
    {
        if (couplings.Count == 0)
            return [];
        var invoices = (await endpoints.BusinessCentral
            .ReadByIdAsync(form.Headers.Name, columns, [.. couplings.Select(coupling => coupling.BcId)], cancellationToken).ConfigureAwait(false))
                .ToDictionary(row => row.Id);
        var rows = (await endpoints.Sales
            .ReadByIdAsync(Table, ["statecode", "statuscode"], [.. couplings.Select(coupling => coupling.SalesId)], cancellationToken)
                .ConfigureAwait(false)).ToDictionary(row => row.Id);
        PaymentChange[] changes =
        [
            .. couplings.Select(coupling =>
                new PaymentChange(coupling, invoices.GetValueOrDefault(coupling.BcId), rows.GetValueOrDefault(coupling.SalesId))),
        ];
        var due = changes.Where(change => change.Differs).ToArray();
        if (due.Length == 0)
            return changes;
        var outcomes = await endpoints.Sales.WriteUnitsAsync([.. due.Select(Unit)], cancellationToken).ConfigureAwait(false);
        return
        [
            .. changes.Where(change => !change.Differs),
            .. due.Zip(outcomes, (change, outcome) => change with { Status = outcome.Status, Failure = outcome.Failure })
                .Where(change => change.Status is not WriteStatus.NotSent || change.Failure is not null),
        ];
    }

    private static WriteUnit Unit(PaymentChange change)
    {
        var wanted = change.Wanted!;
        var before = PaymentState.OfRow(change.Row!);
        UnitStep target = Step(wanted.Values);
        return new WriteUnit(before.State == 0 || wanted == PaymentState.Billed ? [target] : [Step(PaymentState.Billed.Values), target]);

        UnitWrite Step(IReadOnlyList<KeyValuePair<string, FieldValue>> values) =>
            new(Table, new RecordWrite { Kind = WriteKind.Update, Id = change.Coupling.SalesId, Values = values });
    }
}
