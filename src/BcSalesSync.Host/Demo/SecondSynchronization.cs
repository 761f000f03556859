using BcSalesSync.Contracts;

namespace BcSalesSync.Host.Demo;

// People edit on both sides: different fields of one customer merge, the same field of another is a conflict that a person decides.
internal sealed class SecondSynchronization(ISyncSession session, ISyncObserver observer, Expectations expectations, TextWriter output)
{
    private const string Mapping = "CUSTOMER";
    private const string Merged = "C10000";
    private const string Disputed = "C20000";
    private const string BcMail = "desk@trey.example";
    private const string SalesMail = "sales@trey.example";

    // Answers how many records were in conflict.
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await EditAsync(cancellationToken);
        var results = await SynchronizeAsync(new SyncNowRequest { Mapping = Mapping }, "Customers synchronised again:", cancellationToken);
        ExpectMerge(results.Where(result => result.BcNo == Merged).ToList());
        var conflicts = results.Where(result => result.Action is SyncAction.Conflict).DistinctBy(result => result.BcId).ToList();
        expectations.Equal("the customer in conflict", Disputed, string.Join(' ', conflicts.Select(conflict => conflict.BcNo)));
        expectations.Equal("changes of other customers", 0, results.Count(result => result.BcNo is not (Merged or Disputed)));
        await SolveAsync(cancellationToken);
        var idle = await SynchronizeAsync(new SyncNowRequest(), "Once more, all mappings:", cancellationToken);
        expectations.Equal("records left to synchronise", 0, idle.Count);
        return conflicts.Count;
    }

    private async Task EditAsync(CancellationToken cancellationToken)
    {
        await output.WriteLineAsync();
        await output.WriteLineAsync($"People edit: {Merged} gets a phone number in Business Central and a website in Sales,");
        await output.WriteLineAsync($"  {Disputed} another mail address on each side.");
        var people = new People(session);
        await people.EditCustomerAsync(Merged, "phoneNumber", "+44 1223 555 0177", cancellationToken);
        await people.EditCustomerAsync(Disputed, "email", BcMail, cancellationToken);
        await people.EditAccountAsync(await AccountOfAsync(Merged, cancellationToken), "websiteurl", "https://www.adatum.example", cancellationToken);
        await people.EditAccountAsync(await AccountOfAsync(Disputed, cancellationToken), "emailaddress1", SalesMail, cancellationToken);
    }

    private async Task<Guid> AccountOfAsync(string customer, CancellationToken cancellationToken)
    {
        var query = new CouplingQuery { Mapping = Mapping, Records = new RecordSelector { BcNo = customer } };
        var couplings = await session.GetCouplingsAsync(query, cancellationToken).ToListAsync(cancellationToken);
        expectations.Equal($"the couplings of {customer}", 1, couplings.Count);
        return couplings.Select(coupling => coupling.SalesId).FirstOrDefault();
    }

    private async Task<List<BcSyncResult>> SynchronizeAsync(SyncNowRequest request, string title, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync();
        await output.WriteLineAsync(title);
        var results = await session.SyncNowAsync(request, observer, cancellationToken).ToListAsync(cancellationToken);
        foreach (var result in results)
        {
            var changes = result.Changes.Select(change => $"{change.Field}: '{change.OldValue}' -> '{change.NewValue}'");
            await output.WriteLineAsync($"  {result.BcNo,-9} {result.Direction,-18} {result.Action,-9} {result.Error?.Message ?? string.Join(", ", changes)}");
        }

        if (results.Count == 0)
            await output.WriteLineAsync("  nothing to do");
        return results;
    }

    private void ExpectMerge(List<BcSyncResult> results)
    {
        expectations.Equal("the fields merged into Sales", "telephone1", Fields(results, SyncDirection.ToSales));
        expectations.Equal("the fields merged into Business Central", "website", Fields(results, SyncDirection.ToBusinessCentral));
    }

    private static string Fields(List<BcSyncResult> results, SyncDirection direction) => string.Join(
        ' ', results.Where(result => result.Direction == direction && result.Action is SyncAction.Updated).SelectMany(result => result.Changes)
            .Select(change => change.Field));

    private async Task SolveAsync(CancellationToken cancellationToken)
    {
        var request = new SyncNowRequest
        {
            Mapping = Mapping, Records = [new RecordSelector { BcNo = Disputed }], Direction = SyncDirection.ToSales,
        };
        var results = await SynchronizeAsync(request, $"{Disputed}: the value of Business Central is to win:", cancellationToken);
        var written = results.SelectMany(result => result.Changes).Where(change => change.Field == "emailaddress1").ToList();
        expectations.Equal("the mail address that lost", SalesMail, string.Join(' ', written.Select(change => change.OldValue)));
        expectations.Equal("the mail address that won", BcMail, string.Join(' ', written.Select(change => change.NewValue)));
    }
}
