using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Mappings;

/// <summary>Whether records that match nothing may be created in Sales (spec/engine.md 1.6, scenario MAT-124).</summary>
internal static class UnmatchedCreation
{
    private const string Users = "systemuser";
    private const string Orders = "salesorder";

    /// <summary>True when the mapping wants it and it is possible.</summary>
    public static bool IsWanted(TableMapping mapping) => mapping.CreateNewIfNoMatch && IsPossible(mapping);

    /// <summary>True when the mapping could do it.</summary>
    public static bool IsPossible(TableMapping mapping) => Obstacle(mapping) is null;

    /// <summary>Why the mapping cannot; null when it can.</summary>
    public static string? Obstacle(TableMapping mapping) => mapping switch
    {
        { SalesTable: Users } => "Users of Sales come with a licence, not with a synchronisation.",
        { SalesTable: Orders, Direction: not SyncDirection.Both } => "Orders go to Sales only where they travel both ways.",
        { Direction: SyncDirection.ToBusinessCentral } => "It only goes to Business Central.",
        _ => null,
    };
}
