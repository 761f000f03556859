using System.Text.Json;

namespace BcSalesSync.Sandbox.Faults;

// One rule of POST /sandbox/faults. A missing condition matches everything.
internal sealed record FaultRule
{
    public string? System { get; init; }

    public string? Method { get; init; }

    // Part of path and query.
    public string? Path { get; init; }

    public FaultMoment When { get; init; }

    // Null with "before" drops the connection.
    public int? Status { get; init; }

    public string? Code { get; init; }

    public string? Message { get; init; }

    // Seconds.
    public int? RetryAfter { get; init; }

    // Milliseconds, for "delay".
    public int Delay { get; init; }

    // How often the rule strikes; null until cleared.
    public int? Times { get; init; }

    // How many matches pass unharmed first.
    public int Skip { get; init; }

    // Strikes members of a batch instead of whole requests.
    public bool Operation { get; init; }

    // With RowMatch: the set whose rows are meant.
    public string? Set { get; init; }

    // Column values of a row whose every write is refused.
    public IReadOnlyDictionary<string, JsonElement>? RowMatch { get; init; }
}
