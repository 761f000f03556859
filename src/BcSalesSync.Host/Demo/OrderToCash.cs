using System.Globalization;
using BcSalesSync.Contracts;

namespace BcSalesSync.Host.Demo;

// One order all the way: submitted in Sales, shipped and invoiced in Business Central, paid, and seen again in Sales.
internal sealed class OrderToCash(ISyncSession session, ISyncObserver observer, Expectations expectations, TextWriter output)
{
    private const string Order = "ORD-00902-D4E5F6";
    private const string Customer = "Northwind Traders";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await ListAsync(cancellationToken);
        var bcNo = await ImportAsync(cancellationToken);
        await EventAsync("releaseOrder", new() { ["no"] = bcNo }, cancellationToken);
        await EventAsync("postOrder", new() { ["no"] = bcNo, ["ship"] = true, ["invoice"] = false }, cancellationToken);
        await FollowAsync("Released and shipped:", 2, cancellationToken);
        var posted = await EventAsync("postOrder", new() { ["no"] = bcNo, ["ship"] = false, ["invoice"] = true }, cancellationToken);
        await FollowAsync("Invoiced:", 2, cancellationToken);
        expectations.Equal("the state of the order at the end", "Invoiced", await StateAsync(DocumentKind.Order, Order, cancellationToken));
        await PayAsync(TextIn(posted, "invoiceNo"), cancellationToken);
    }

    private async Task ListAsync(CancellationToken cancellationToken)
    {
        await output.WriteLineAsync();
        await output.WriteLineAsync("Orders that wait:");
        var waiting = await session.Documents.FindAsync(new DocumentQuery { Kind = DocumentKind.Order, Pending = true }, cancellationToken)
            .ToListAsync(cancellationToken);
        await TextTable.WriteAsync(
            output,
            ["Number", "Customer", "Amount", "Currency", "State", "Status"],
            waiting.Select(order => (object?[])[order.Number, order.CustomerName, order.Amount, order.Currency, order.State, order.Status]));
        expectations.Holds($"order {Order} to wait", waiting.Any(order => order.Number == Order));
    }

    private async Task<string> ImportAsync(CancellationToken cancellationToken)
    {
        var request = new DocumentRequest { Numbers = [Order] };
        var results = await session.Documents.ImportOrdersAsync(request, observer, cancellationToken).ToListAsync(cancellationToken);
        await ShowAsync($"Order {Order} taken over, with a line written in by hand, a long text, freight, a discount and a note:", results);
        expectations.Equal("what was done with the order", SyncAction.Created, results.Select(result => result.Action).FirstOrDefault());
        return results.Select(result => result.BcNo).FirstOrDefault() ?? string.Empty;
    }

    // What the schedule does every seven minutes: posts on the timeline, and the end of orders that were posted.
    private async Task FollowAsync(string title, int expected, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync();
        await output.WriteLineAsync(title);
        var request = new ScheduleRequest { Names = ["ORDER-STATUS"] };
        var jobs = await session.Schedule.RunAsync(request, observer, cancellationToken).ToListAsync(cancellationToken);
        foreach (var job in jobs)
            await output.WriteLineAsync($"  {job.Type,-16} inserted {job.Inserted}, modified {job.Modified}, ended {job.Uncoupled}");
        expectations.Equal($"what followed: {title}", expected, jobs.Sum(job => job.Inserted + job.Modified));
    }

    private async Task PayAsync(string invoice, CancellationToken cancellationToken)
    {
        var request = new InvoiceRequest { BcNos = [invoice] };
        await ShowAsync(
            $"Invoice {invoice} sent to Sales:",
            await session.Documents.PublishInvoicesAsync(request, observer, cancellationToken).ToListAsync(cancellationToken));
        await PayAsync(invoice, 1000m, "Paid", cancellationToken);
        var open = (await session.Documents.FindAsync(new DocumentQuery { Kind = DocumentKind.Invoice, Number = invoice }, cancellationToken)
            .ToListAsync(cancellationToken)).Select(found => found.Amount ?? 0).FirstOrDefault() - 1000m;
        await PayAsync(invoice, open, "Paid", cancellationToken);
    }

    private async Task PayAsync(string invoice, decimal amount, string state, CancellationToken cancellationToken)
    {
        await EventAsync("receivePayment", new() { ["invoiceNo"] = invoice, ["amount"] = amount }, cancellationToken);
        var request = new StatisticsRequest { BcNos = [await CustomerNoAsync(cancellationToken)] };
        var results = await session.Documents.UpdateStatisticsAsync(request, observer, cancellationToken).ToListAsync(cancellationToken);
        var statistics = results.FirstOrDefault();
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"  {amount:N2} paid: balance of {statistics?.BcNo} {statistics?.Balance:N2}, sales {statistics?.TotalSales:N2}, invoices updated {statistics?.InvoicesUpdated}"));
        expectations.Equal($"the invoice after a payment of {amount}", state, await StateAsync(DocumentKind.Invoice, invoice, cancellationToken));
    }

    private async Task<string> CustomerNoAsync(CancellationToken cancellationToken)
    {
        var query = new CouplingQuery { Mapping = "CUSTOMER", Records = new RecordSelector { SalesName = Customer } };
        var couplings = await session.GetCouplingsAsync(query, cancellationToken).ToListAsync(cancellationToken);
        return couplings.Select(coupling => coupling.BcNo).FirstOrDefault() ?? Customer;
    }

    private async Task<string> StateAsync(DocumentKind kind, string number, CancellationToken cancellationToken)
    {
        var found = await session.Documents.FindAsync(new DocumentQuery { Kind = kind, Number = number }, cancellationToken)
            .ToListAsync(cancellationToken);
        return found.Select(document => document.State).FirstOrDefault() ?? "not there";
    }

    private async Task ShowAsync(string title, IReadOnlyList<BcDocumentResult> results)
    {
        await output.WriteLineAsync();
        await output.WriteLineAsync(title);
        foreach (var result in results)
            await output.WriteLineAsync($"  {result.Number,-20} {result.BcNo,-12} {result.Action,-9} {result.Message}");
    }

    private Task<string> EventAsync(string type, Dictionary<string, object?> arguments, CancellationToken cancellationToken) =>
        session.RaiseSandboxEventAsync(type, arguments, cancellationToken);

    private static string TextIn(string json, string name)
    {
        using var answer = System.Text.Json.JsonDocument.Parse(json);
        return answer.RootElement.GetProperty(name).GetString() ?? string.Empty;
    }
}
