using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Changes.Translating;

/// <summary>Says that a record refers to one that is not coupled.</summary>
internal static class MissingReference
{
    /// <summary>The translation of such a reference.</summary>
    /// <param name="column">Column that refers to it.</param>
    /// <param name="value">What it refers by.</param>
    /// <param name="side">Side on which the record exists.</param>
    /// <param name="mappings">Mappings that could couple it.</param>
    public static Translation Of(string column, FieldValue value, SystemSide side, IReadOnlyList<string> mappings)
    {
        var key = value.AsId() is { } id ? id.ToString("D") : value.ToString();
        AwaitedReference[] awaited = [.. mappings.Select(mapping => new AwaitedReference(mapping, side, key))];
        var names = string.Join(" or ", mappings);
        var both = (side, value.AsId()) switch
        {
            (SystemSide.Sales, _) => $"-SalesId {key} -BcNo <number>",
            (_, null) => $"-BcNo '{key}' -SalesName <name> (or -CreateIn Sales)",
            _ => $"-BcId {key} -SalesName <name> (or -CreateIn Sales)",
        };
        return Translation.NotCoupled(awaited[0], new PlanFailure(
            FailureClass.DependencyMissing,
            "BcSync.Record.DependencyMissing",
            $"{column} refers to '{key}', which is not coupled in mapping {names}.",
            $"Couple it first: New-BcCoupling -Mapping {mappings[0].Typed()} {both}, or synchronise {mappings[0]} with Start-BcFullSync. "
                + "The record is then taken up again.",
            awaited));
    }
}
