using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Output;

namespace BcSalesSync.PowerShell.Commands.Synchronization;

/// <summary>Asks which side of a two-way mapping gives way (spec/engine.md 2.3 and 2.4).</summary>
internal sealed class DirectionQuestion
{
    private const int NoDefault = -1;

    private static readonly (SyncDirection Direction, Choice Choice) Send =
        (SyncDirection.ToSales, new Choice("&Send to Sales", "Values of Business Central overwrite those in Sales."));

    private static readonly (SyncDirection Direction, Choice Choice) Get =
        (SyncDirection.ToBusinessCentral, new Choice("&Get from Sales", "Values of Sales overwrite those in Business Central."));

    private static readonly (SyncDirection Direction, Choice Choice) Merge =
        (SyncDirection.Both, new Choice("&Merge", "Each side receives what was changed on the other."));

    private readonly string message;
    private readonly (SyncDirection Direction, Choice Choice)[] options;
    private readonly int preset;

    private DirectionQuestion(string message, (SyncDirection Direction, Choice Choice)[] options, int preset)
    {
        this.message = message;
        this.options = options;
        this.preset = preset;
    }

    /// <summary>What is offered for one record follows from what a merge would do with it.</summary>
    internal static DirectionQuestion AboutOne(IReadOnlyList<BcPlannedAction> merge)
    {
        if (merge.Any(p => p.Action == SyncAction.Conflict))
            return new("The same field was changed on both sides; the value of one side will be lost.", [Send, Get], 0);
        var toSales = Writes(merge, SyncDirection.ToSales);
        var toBusinessCentral = Writes(merge, SyncDirection.ToBusinessCentral);
        return (toSales, toBusinessCentral) switch
        {
            (true, false) => new("The record was changed in Business Central.", [Send, Get, Merge], 0),
            (false, true) => new("The record was changed in Sales.", [Send, Get, Merge], 1),
            (true, true) => new("The record was changed on both sides, in different fields.", [Send, Get, Merge], NoDefault),
            _ => new("Neither side was changed since the last synchronisation.", [Send, Get, Merge], NoDefault),
        };
    }

    internal static DirectionQuestion AboutSeveral(int count) =>
        new($"{count} records will be synchronised.", [Send, Get], NoDefault);

    /// <summary>The answer; null when there is nobody to give one.</summary>
    internal SyncDirection? Ask(ICommandStreams streams) =>
        streams.Choose("Which side is to be overwritten?", message, [.. options.Select(o => o.Choice)], preset) is { } picked
            && picked >= 0 && picked < options.Length
            ? options[picked].Direction
            : null;

    private static bool Writes(IReadOnlyList<BcPlannedAction> merge, SyncDirection direction) =>
        merge.Any(p => p.Direction == direction && p.Action is (SyncAction.Updated or SyncAction.Created));
}
