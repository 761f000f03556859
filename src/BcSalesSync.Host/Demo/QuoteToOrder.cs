using BcSalesSync.Contracts;

namespace BcSalesSync.Host.Demo;

// One quote all the way: taken over, revised, won, and the order that was made of it.
internal sealed class QuoteToOrder(ISyncSession session, ISyncObserver observer, Expectations expectations, TextWriter output)
{
    private const string Quote = "QUO-00901-N4P5Q6";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var first = await FindAsync(cancellationToken);
        await ImportAsync("Quote taken over:", SyncAction.Created, cancellationToken);
        var revised = await EventAsync("reviseQuote", first, cancellationToken);
        var second = IdIn(revised, "quoteId");
        await EventAsync("activateQuote", second, cancellationToken);
        await ImportAsync("Its revision, with the version before in the archive:", SyncAction.Updated, cancellationToken);
        await EventAsync("winQuote", second, cancellationToken);
        await ImportAsync("Won, with its order:", SyncAction.Updated, cancellationToken);
    }

    private async Task<Guid> FindAsync(CancellationToken cancellationToken)
    {
        var query = new DocumentQuery { Kind = DocumentKind.Quote, Number = Quote };
        var found = await session.Documents.FindAsync(query, cancellationToken).ToListAsync(cancellationToken);
        return found.Select(quote => quote.SalesId).FirstOrDefault();
    }

    private async Task ImportAsync(string title, SyncAction expected, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync();
        await output.WriteLineAsync(title);
        var request = new DocumentRequest { Numbers = [Quote] };
        var results = await session.Documents.ImportQuotesAsync(request, observer, cancellationToken).ToListAsync(cancellationToken);
        foreach (var result in results)
            await output.WriteLineAsync($"  {result.Number,-20} {result.BcNo,-12} {result.Action,-9} {result.Message}");
        expectations.Holds($"the quote to be {expected}: {title}", results.Any(result => result.Action == expected && result.Error is null));
    }

    private Task<string> EventAsync(string type, Guid quote, CancellationToken cancellationToken) => session.RaiseSandboxEventAsync(
        type, new Dictionary<string, object?> { ["quoteId"] = quote.ToString() }, cancellationToken);

    private static Guid IdIn(string json, string name)
    {
        using var answer = System.Text.Json.JsonDocument.Parse(json);
        return answer.RootElement.GetProperty(name).GetGuid();
    }
}
