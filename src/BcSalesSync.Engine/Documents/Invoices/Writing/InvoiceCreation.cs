using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Payments;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents.Invoices.Writing;

/// <summary>
/// Creates invoices in Sales, each with its lines, totals and state as one unit. The id is derived from the posted invoice, so that a create
/// whose answer was lost, or whose coupling was not saved any more, is recognised instead of repeated (design: section 2).
/// </summary>
internal sealed class InvoiceCreation(IEndpoint sales, Guid company)
{
    private const string Table = "invoice";
    private const string LineTable = "invoicedetail";
    private const string Number = "invoicenumber";

    /// <summary>Creates what is planned; plans come in the same order with their coupling or failure. Those that were not sent are left out.</summary>
    public async Task<IReadOnlyList<InvoicePlan>> CreateAsync(IReadOnlyList<InvoicePlan> plans, CancellationToken cancellationToken)
    {
        if (plans.Count == 0)
            return [];
        var ids = plans.Select(plan => DerivedId.For(company, Table, plan.Invoice.Id)).ToArray();
        var outcomes = await sales.WriteUnitsAsync([.. plans.Zip(ids, Unit)], cancellationToken).ConfigureAwait(false);
        Guid[] doubtful =
        [
            .. ids.Zip(outcomes).Where(pair => pair.Second.Status is WriteStatus.AlreadyExists or WriteStatus.Unknown).Select(pair => pair.First),
        ];

        // What was written is to be found whatever happens meanwhile.
        var existing = doubtful.Length == 0 ? []
            : await sales.ReadByIdAsync(Table, [Number], doubtful, CancellationToken.None).ConfigureAwait(false);
        var numbers = existing.ToDictionary(row => row.Id, row => row[Number].ToString());
        return
        [
            .. plans.Select((plan, index) => (Plan: plan, Id: ids[index], Outcome: outcomes[index]))
                .Where(sent => sent.Outcome.Status is not WriteStatus.NotSent || sent.Outcome.Failure is not null)
                .Select(sent => Settle(sent.Plan, sent.Id, sent.Outcome, numbers.GetValueOrDefault(sent.Id))),
        ];
    }

    private static InvoicePlan Settle(InvoicePlan plan, Guid id, UnitOutcome outcome, string? existing)
    {
        var failures = new InvoiceFailures(plan.Invoice.Number);
        return outcome.Status switch
        {
            WriteStatus.Done => Couple(plan, id),
            WriteStatus.AlreadyExists or WriteStatus.Unknown when existing is not null =>
                string.Equals(existing, plan.Invoice.Number, StringComparison.OrdinalIgnoreCase)
                    ? Couple(plan, id) with { IsAdopted = true } : plan.Failed(failures.IdTaken()),
            WriteStatus.Refused or WriteStatus.NotFound or WriteStatus.AlreadyExists when outcome.Failure is { } failure =>
                plan.Failed(failures.Refused(failure)),
            _ => plan.Failed(WriteFailures.Unsettled(SystemSide.Sales, outcome.Status, outcome.Failure)),
        };
    }

    private static InvoicePlan Couple(InvoicePlan plan, Guid id) => plan with
    {
        Action = SyncAction.Created,
        Coupling = new CouplingState
        {
            Mapping = DocumentFamily.InvoiceMapping,
            Family = DocumentFamily.Invoices,
            BcId = plan.Invoice.Id,
            SalesId = id,
            BcNo = plan.Invoice.Number,
            BcName = plan.Invoice.Header["customerName"].AsText(),
            SalesName = plan.Invoice.Number,
        },
    };

    private WriteUnit Unit(InvoicePlan plan, Guid id)
    {
        var draft = plan.Draft!;
        var lines = draft.Lines.Select(line => (Line: line, Id: DerivedId.For(company, $"{LineTable}/{line.Number}", plan.Invoice.Id))).ToArray();
        return new WriteUnit(
        [
            new UnitWrite(Table, Write(WriteKind.Create, id, draft.Header)),
            .. lines.Select(line => new UnitWrite(LineTable, Write(
                WriteKind.Create, line.Id, [new("invoiceid", FieldValue.Reference(Table, id)), .. line.Line.Values]))),
            .. lines.Select(line => new UnitWrite(LineTable, Write(WriteKind.Update, line.Id, line.Line.Amounts))),
            new UnitWrite(Table, Write(WriteKind.Update, id, [.. draft.Totals, .. PaymentState.Billed.Values])),
            .. draft.State == PaymentState.Billed ? [] : new UnitStep[] { new UnitWrite(Table, Write(WriteKind.Update, id, draft.State.Values)) },
        ]);
    }

    private static RecordWrite Write(WriteKind kind, Guid id, IReadOnlyList<KeyValuePair<string, FieldValue>> values) =>
        new() { Kind = kind, Id = id, Values = values };
}
