using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Output;

namespace BcSalesSync.PowerShell.Commands;

/// <summary>One input that names records: the parameters of a call, or one row of the pipeline.</summary>
internal sealed record RecordRow
{
    internal string? Mapping { get; init; }

    /// <summary>The record as named; all of its members are null when none was.</summary>
    internal RecordSelector Selector { get; init; } = new();

    /// <summary>Pipeline object; null when the parameters were typed.</summary>
    internal object? Input { get; init; }

    /// <summary>Place in the pipeline, for messages; null when the parameters were typed.</summary>
    internal string? Origin { get; init; }

    /// <summary>Why the row cannot be used; null when it can.</summary>
    internal CommandError? Error { get; init; }

    /// <summary>What the row asks to couple; null when it asks for something else or cannot be used.</summary>
    internal CouplingRequest? Request { get; init; }

    /// <summary>Direction the row asks for; null when it leaves that open.</summary>
    internal SyncDirection? Direction { get; init; }

    internal bool NamesBc => Selector.BcId is not null || Selector.BcNo is not null;

    internal bool NamesSales => Selector.SalesId is not null || Selector.SalesName is not null;

    internal bool NamesRecord => NamesBc || NamesSales;

    /// <summary>The couplings the row stands for. What was typed may hold wildcards; what came as a row is meant as it stands.</summary>
    internal CouplingQuery Query => new()
    {
        Mapping = Mapping,
        Records = NamesRecord ? Selector : null,
        Literal = Input is not null,
    };

    /// <summary>The row in a few words.</summary>
    internal string Description => Describe(Mapping, Selector);

    /// <summary>Whether a result is about the record that the row names.</summary>
    internal bool Names(Guid? bcId, string? bcNo, Guid? salesId, string? salesName) =>
        (Selector.BcId is not null && Selector.BcId == bcId)
        || (Selector.SalesId is not null && Selector.SalesId == salesId)
        || (Selector.BcNo is not null && string.Equals(Selector.BcNo, bcNo, StringComparison.OrdinalIgnoreCase))
        || (Selector.SalesName is not null && string.Equals(Selector.SalesName, salesName, StringComparison.OrdinalIgnoreCase));

    /// <summary>What a request would couple, in a few words.</summary>
    internal static string Describe(CouplingRequest request) =>
        Describe(request.Mapping, request.Records) + (request.CreateIn is { } side ? $" (new in {side})" : string.Empty);

    internal static string Describe(string? mapping, RecordSelector names)
    {
        string?[] sides = [names.BcNo ?? names.BcId?.ToString(), names.SalesName ?? names.SalesId?.ToString()];
        return $"{mapping ?? "*"} {string.Join(" - ", sides.Where(s => s is not null))}".TrimEnd();
    }
}
