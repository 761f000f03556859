using BcSalesSync.Contracts;

namespace BcSalesSync.Host.Demo;

// The quickstart, step by step, through the door that scripts use.
internal sealed class DemoRun(ISyncSession session, ISyncObserver observer, Expectations expectations, TextWriter output)
{
    private static readonly string[] Mappings = ["SALESPEOPLE", "CURRENCY", "CUSTOMER", "CONTACT"];

    // Answers the closing line.
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        await SetUpAsync(cancellationToken);
        var refusedRows = await new CouplingImport(session, observer, expectations, output).RunAsync(cancellationToken);
        await new FirstSynchronization(session, observer, expectations, output).RunAsync(cancellationToken);
        var conflicts = await new SecondSynchronization(session, observer, expectations, output).RunAsync(cancellationToken);
        await new DocumentSetUp(session, observer, expectations, output).RunAsync(cancellationToken);
        await new OrderToCash(session, observer, expectations, output).RunAsync(cancellationToken);
        await new QuoteToOrder(session, observer, expectations, output).RunAsync(cancellationToken);
        await ShowStatusAsync(cancellationToken);

        var couplings = await session.GetCouplingsAsync(new CouplingQuery(), cancellationToken).ToListAsync(cancellationToken);
        var synchronised = couplings.Count(coupling => coupling.LastSynchronized is not null);
        // The item of the orders is coupled and no more.
        expectations.Equal("couplings left unsynchronised", 1, couplings.Count - synchronised);
        return $"demo: {couplings.Count} couplings, {synchronised} records synchronised, {conflicts} conflict, {refusedRows} error";
    }

    private async Task SetUpAsync(CancellationToken cancellationToken)
    {
        var connection = session.Connection;
        await output.WriteLineAsync($"Connected to {connection.Company} (tier {connection.Tier}) and {connection.SalesUrl}");
        var mappings = await session.InitializeAsync(new InitializeRequest { Mappings = Mappings }, observer, cancellationToken)
            .ToListAsync(cancellationToken);
        await TextTable.WriteAsync(
            output,
            ["Mapping", "Business Central", "Sales", "Direction", "Conflicts"],
            mappings.Select(mapping => (object?[])[mapping.Name, mapping.BcTable, mapping.SalesTable, mapping.Direction, mapping.UpdateConflict]));
        expectations.Equal(
            "the mappings set up", string.Join(' ', Mappings), string.Join(' ', mappings.Select(mapping => mapping.Name)));
    }

    private async Task ShowStatusAsync(CancellationToken cancellationToken)
    {
        await output.WriteLineAsync();
        await output.WriteLineAsync("How it stands:");
        var status = await session.GetStatusAsync(null, cancellationToken).ToListAsync(cancellationToken);
        await TextTable.WriteAsync(
            output,
            ["Mapping", "Direction", "State", "Couplings", "Skipped", "Failed", "LastResult"],
            status.Select(line => (object?[])[line.Mapping, line.Direction, line.State, line.Couplings, line.Skipped, line.Failed, line.LastResult]));
        expectations.Equal("couplings skipped or failed at the end", 0, status.Sum(line => line.Skipped + line.Failed));
    }
}
