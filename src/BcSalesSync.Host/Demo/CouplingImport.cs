using BcSalesSync.Contracts;

namespace BcSalesSync.Host.Demo;

// Couples the rows of examples/couplings.csv. One row names a customer that does not exist: it costs only itself.
internal sealed class CouplingImport(ISyncSession session, ISyncObserver observer, Expectations expectations, TextWriter output)
{
    private const int GoodRows = 9;
    private const string UnknownCustomer = "C12345";

    // Answers how many rows were refused.
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var file = new CouplingFile { Path = Path.Combine(AppContext.BaseDirectory, "examples", "couplings.csv") };
        await output.WriteLineAsync();
        await output.WriteLineAsync("Couplings from examples/couplings.csv:");
        var errors = new List<BcSyncError>();
        var coupled = 0;
        await foreach (var outcome in session.ImportCouplingsAsync(file, observer, cancellationToken))
        {
            if (outcome.Value is { } coupling)
            {
                coupled++;
                await output.WriteLineAsync($"  {coupling.Mapping,-12} {coupling.BcNo,-9} = {coupling.SalesName}");
            }
            else if (outcome.Error is { } error)
            {
                errors.Add(error);
                await output.WriteLineAsync($"  refused: {error.Message} {error.RecommendedAction}");
            }
        }

        expectations.Equal("the couplings made from the file", GoodRows, coupled);
        expectations.Equal("the rows of the file refused", 1, errors.Count);
        expectations.Holds(
            $"the refused row to be named by file, line and value ({UnknownCustomer})",
            errors.All(error => error.Message.Contains(UnknownCustomer, StringComparison.Ordinal)
                && error.Message.Contains("couplings.csv", StringComparison.Ordinal)
                && error.Message.Contains("line", StringComparison.OrdinalIgnoreCase)));
        return errors.Count;
    }
}
