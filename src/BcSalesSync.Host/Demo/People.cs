using BcSalesSync.Contracts;

namespace BcSalesSync.Host.Demo;

// The people who work in the two systems: what they type arrives through the sandbox's control interface.
internal sealed class People(ISyncSession session)
{
    public Task EditCustomerAsync(string number, string field, string value, CancellationToken cancellationToken) => EditAsync(
        "bc", "customers", new() { ["number"] = number, [field] = value }, cancellationToken);

    public Task EditAccountAsync(Guid id, string column, string value, CancellationToken cancellationToken) => EditAsync(
        "sales", "accounts", new() { ["accountid"] = id, [column] = value }, cancellationToken);

    private Task<string> EditAsync(string system, string set, Dictionary<string, object?> row, CancellationToken cancellationToken) =>
        session.RaiseSandboxEventAsync(
            "Rows", new Dictionary<string, object?> { ["system"] = system, ["set"] = set, ["rows"] = new[] { row } }, cancellationToken);
}
