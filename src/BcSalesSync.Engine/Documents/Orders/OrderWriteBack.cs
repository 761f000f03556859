using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Reading;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents.Orders;

/// <summary>
/// Tells orders in Sales that Business Central has them: the day, the company and the number. A submitted order is locked, so each is taken to
/// Active, written and submitted again as one unit (spec/documents.md 1.12).
/// </summary>
internal sealed class OrderWriteBack(IEndpoint sales, TimeProvider clock)
{
    private const string Table = "salesorder";
    private const string Day = "lastbackofficesubmit";
    private const string Company = "bcbi_companyid";
    private const string BcNumber = "bcbi_businesscentralordernumber";
    private const int Submitted = 1;
    private const int Rounds = 3;
    private static readonly DateOnly NeverByTool = new(1900, 1, 1);

    /// <summary>True when the order does not know yet.</summary>
    public static bool IsMissing(SalesDocument order) =>
        order.State is Submitted && (order.Header[Day].IsEmpty || DayOf(order.Header[Day]) == NeverByTool);

    /// <summary>Stamps orders; plans come in the same order, those that could not be stamped with their failure.</summary>
    public async Task<IReadOnlyList<DocumentPlan>> WriteAsync(IReadOnlyList<DocumentPlan> plans)
    {
        var settled = plans.ToArray();
        var open = Enumerable.Range(0, plans.Count).ToArray();
        for (var round = 1; open.Length > 0; round++)
        {
            var units = await UnitsAsync([.. open.Select(index => settled[index])]).ConfigureAwait(false);

            // The orders exist in Business Central by now: a stop must not keep Sales from knowing.
            var outcomes = await sales.WriteUnitsAsync(units, CancellationToken.None).ConfigureAwait(false);
            var stale = new List<int>();
            foreach (var (index, outcome) in open.Zip(outcomes))
            {
                if (outcome.Status is WriteStatus.Stale && round < Rounds)
                    stale.Add(index);
                else
                    settled[index] = Settle(settled[index], outcome);
            }

            open = await ReadAgainAsync(settled, stale).ConfigureAwait(false);
        }

        return settled;
    }

    private static DateOnly? DayOf(FieldValue value) => value.Raw switch
    {
        DateOnly day => day,
        DateTimeOffset time => DateOnly.FromDateTime(time.UtcDateTime),
        _ => null,
    };

    private static DocumentPlan Settle(DocumentPlan plan, UnitOutcome outcome) => outcome.Status switch
    {
        WriteStatus.Done => plan,
        WriteStatus.NotFound => plan.Noting("The order was deleted in Sales meanwhile."),
        WriteStatus.Refused => plan.Failed(OrderFailures.StampRefused(plan.Document.Number, outcome.Failure!)),
        _ => plan.Failed(WriteFailures.Unsettled(SystemSide.Sales, outcome.Status, outcome.Failure)),
    };

    private async Task<WriteUnit[]> UnitsAsync(IReadOnlyList<DocumentPlan> plans)
    {
        var schema = await sales.GetSchemaAsync(Table, CancellationToken.None).ConfigureAwait(false);
        var company = (await sales.GetFactsAsync(CancellationToken.None).ConfigureAwait(false)).CompanyId;
        var today = FieldValue.Date(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        return [.. plans.Select(plan => new WriteUnit(
        [
            Step(plan, plan.Document.Header.ETag, State(0, 2)),
            Step(plan, null, [new(Day, today), .. Known(Company, FieldValue.Reference("bcbi_company", company ?? Guid.Empty)),
                .. Known(BcNumber, FieldValue.Text(plan.BcNo))]),
            Step(plan, null, State(Submitted, plan.Document.Header["statuscode"].AsNumber() ?? 3)),
        ]))];

        IEnumerable<KeyValuePair<string, FieldValue>> Known(string column, FieldValue value) =>
            value.IsEmpty || schema?.Columns.ContainsKey(column) is not true ? [] : [new(column, value)];
    }

    private static KeyValuePair<string, FieldValue>[] State(decimal state, decimal status) =>
        [new("statecode", FieldValue.Number(state)), new("statuscode", FieldValue.Number(status))];

    private static UnitWrite Step(DocumentPlan plan, string? token, IReadOnlyList<KeyValuePair<string, FieldValue>> values) =>
        new(Table, new RecordWrite { Kind = WriteKind.Update, Id = plan.Document.Id, Values = values, IfMatch = token });

    // One that changed meanwhile is stamped as it is now, unless the seller took it back.
    private async Task<int[]> ReadAgainAsync(DocumentPlan[] settled, List<int> stale)
    {
        if (stale.Count == 0)
            return [];
        var read = await new DocumentReader(sales, DocumentShape.Order)
            .ReadAsync([.. stale.Select(index => settled[index].Document.Id)], CancellationToken.None).ConfigureAwait(false);
        var byId = read.ToDictionary(order => order.Id);
        var again = new List<int>();
        foreach (var index in stale)
        {
            if (!byId.TryGetValue(settled[index].Document.Id, out var order))
                settled[index] = settled[index].Noting("The order was deleted in Sales meanwhile.");
            else if (order.State is not Submitted)
                settled[index] = settled[index].Failed(OrderFailures.TakenBack(order.Number));
            else
            {
                settled[index] = settled[index] with { Document = order };
                again.Add(index);
            }
        }

        return [.. again];
    }
}
