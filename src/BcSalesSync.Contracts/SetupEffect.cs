namespace BcSalesSync.Contracts;

/// <summary>What a change of the switches does.</summary>
public sealed record SetupEffect
{
    /// <summary>The switches afterwards.</summary>
    public required BcSyncSetup Setup { get; init; }

    /// <summary>Mappings that are added.</summary>
    public required IReadOnlyList<string> Added { get; init; }

    /// <summary>Mappings that are removed.</summary>
    public required IReadOnlyList<string> Removed { get; init; }

    /// <summary>Switches that go off because another one no longer allows them.</summary>
    public IReadOnlyList<string> TurnedOff { get; init; } = [];

    /// <summary>Couplings that go with removed mappings.</summary>
    public required int CouplingsRemoved { get; init; }

    /// <summary>What a person has to do in the systems themselves, in sentences.</summary>
    public IReadOnlyList<string> NextSteps { get; init; } = [];
}
