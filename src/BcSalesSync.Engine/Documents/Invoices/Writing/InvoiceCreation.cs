using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Payments;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents.Invoices.Writing;

/// <summary>
/// Creates invoices in Sales, each with its lines, totals and state as one unit, or as several when it is long. The ids are derived from the posted
/// invoice, so that a create whose answer was lost, or whose coupling was not saved any more, is recognised instead of repeated, and one that is
/// there in part is completed (design: section 2).
/// </summary>
internal sealed class InvoiceCreation(IEndpoint sales, Guid company)
{
    private const string Table = "invoice";
    private const string LineTable = "invoicedetail";
    private const string Number = "invoicenumber";
    private static readonly PaymentState New = new(0, 1);
    private static readonly EndpointFailure Lost = new(FailureClass.Transient, nameof(WriteStatus.Unknown), "The answer to some of its lines was lost.");
    private readonly InvoiceUnits division = new(company);

    /// <summary>Creates what is planned; plans come in the same order with their coupling or failure. Those that were not sent are left out.</summary>
    public async Task<IReadOnlyList<InvoicePlan>> CreateAsync(IReadOnlyList<InvoicePlan> plans, CancellationToken cancellationToken)
    {
        if (plans.Count == 0)
            return [];
        var ids = plans.Select(plan => DerivedId.For(company, Table, plan.Invoice.Id)).ToArray();
        var units = plans.Zip(ids, division.All).ToArray();
        var outcomes = (await sales.WriteUnitsAsync([.. units.Select(divided => divided[0])], cancellationToken).ConfigureAwait(false)).ToArray();
        Guid[] doubtful =
        [
            .. ids.Zip(outcomes).Where(pair => pair.Second.Status is WriteStatus.AlreadyExists or WriteStatus.Unknown).Select(pair => pair.First),
        ];

        // What was written is to be found whatever happens meanwhile.
        var existing = (doubtful.Length == 0 ? []
            : await sales.ReadByIdAsync(Table, [Number, "statecode", "statuscode"], doubtful, CancellationToken.None).ConfigureAwait(false))
                .ToDictionary(row => row.Id);
        for (var index = 0; index < plans.Count; index++)
        {
            if (InvoiceUnits.IsLong(plans[index]))
            {
                outcomes[index] = await GoOnAsync(
                    plans[index], units[index], outcomes[index], existing.GetValueOrDefault(ids[index]), cancellationToken).ConfigureAwait(false);
            }
        }

        return
        [
            .. plans.Select((plan, index) => (Plan: plan, Id: ids[index], Outcome: outcomes[index]))
                .Where(sent => sent.Outcome.Status is not WriteStatus.NotSent || sent.Outcome.Failure is not null)
                .Select(sent => Settle(sent.Plan, sent.Id, sent.Outcome, existing.GetValueOrDefault(sent.Id)?[Number].ToString())),
        ];
    }

    // A run that is stopped leaves the rest to the next one, which finds the invoice New and what it has of its lines.
    private async Task<UnitOutcome> GoOnAsync(
        InvoicePlan plan, IReadOnlyList<WriteUnit> units, UnitOutcome first, Record? existing, CancellationToken cancellationToken)
    {
        IReadOnlyList<WriteUnit> rest;
        if (first.Status is WriteStatus.Done)
            rest = [.. units.Skip(1)];
        else if (existing is not null && PaymentState.OfRow(existing) == New
            && string.Equals(existing[Number].ToString(), plan.Invoice.Number, StringComparison.OrdinalIgnoreCase))
        {
            var lines = await sales.ReadByValueAsync(LineTable, ["invoiceid"], "invoiceid", [FieldValue.Id(existing.Id)], cancellationToken)
                .ConfigureAwait(false);
            rest = division.Missing(plan, existing.Id, lines.Select(line => line.Id).ToHashSet());
        }
        else
            return first;
        var outcome = first;
        foreach (var unit in rest)
        {
            outcome = (await sales.WriteUnitsAsync([unit], cancellationToken).ConfigureAwait(false))[0];
            if (outcome.Status is WriteStatus.Unknown or WriteStatus.AlreadyExists)
                return outcome with { Status = WriteStatus.NotSent, Failure = outcome.Failure ?? Lost };
            if (outcome.Status is not WriteStatus.Done)
                return outcome;
        }

        return outcome;
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
}
