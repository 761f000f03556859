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

    internal bool NamesBc => Selector.BcId is not null || Selector.BcNo is not null;

    internal bool NamesSales => Selector.SalesId is not null || Selector.SalesName is not null;

    internal bool NamesRecord => NamesBc || NamesSales;

    /// <summary>The row in a few words.</summary>
    internal string Description
    {
        get
        {
            string?[] names =
            [
                Selector.BcNo ?? Selector.BcId?.ToString(),
                Selector.SalesName ?? Selector.SalesId?.ToString(),
            ];
            return $"{Mapping ?? "*"} {string.Join(" - ", names.Where(n => n is not null))}".TrimEnd();
        }
    }
}
