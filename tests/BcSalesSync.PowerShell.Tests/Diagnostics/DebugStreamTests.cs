using System.Text.RegularExpressions;
using BcSalesSync.PowerShell.Commands.Connections;
using BcSalesSync.PowerShell.Commands.Mappings;
using BcSalesSync.PowerShell.Tests.Doubles;

namespace BcSalesSync.PowerShell.Tests.Diagnostics;

public sealed partial class DebugStreamTests
{
    [Fact]
    public async Task Each_request_is_a_line_with_method_address_status_duration_and_id() => Assert.All(
        await LinesAsync(), line => Assert.Matches(Request(), line));

    [Fact]
    public async Task Requests_to_Business_Central_name_the_id_that_it_answered() => Assert.All(
        (await LinesAsync()).Where(line => line.Contains("/bc/", StringComparison.Ordinal)),
        line => Assert.Matches(@", request-id [0-9a-f-]{36}", line));

    [Fact]
    public async Task Requests_to_Sales_name_the_id_that_it_answered() => Assert.All(
        (await LinesAsync()).Where(line => line.Contains("/sales/", StringComparison.Ordinal)),
        line => Assert.Matches(@", x-ms-service-request-id [0-9a-f-]{36}", line));

    [Fact]
    public async Task No_line_shows_the_token() => Assert.DoesNotContain(
        await LinesAsync(), line => line.Contains("Bearer", StringComparison.OrdinalIgnoreCase));

    // What connecting, setting up and testing ask of both systems.
    private static async Task<string[]> LinesAsync()
    {
        await using var shell = ConnectedShell.ToSandbox("cronus");
        shell.Invoke(new InitializeBcSyncCommand());
        shell.Invoke(new TestBcConnectionCommand());
        string[] lines = [.. shell.Streams.Written.Where(written => written.Stream == "Debug").Select(written => (string)written.Value)];
        Assert.Contains(lines, line => line.Contains("/bc/", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("/sales/", StringComparison.Ordinal));
        return lines;
    }

    [GeneratedRegex(@"^(GET|POST|PATCH) http://127\.0\.0\.1:7700/\S+ -> \d{3} in \d+ ms, client-request-id [0-9a-f-]{36}, ")]
    private static partial Regex Request();
}
