namespace BcSalesSync.Engine.Ports.State;

/// <summary>A coupling that cannot be saved or removed as it was meant to, because somebody else was faster.</summary>
/// <param name="Coupling">The coupling as it was to be saved or removed.</param>
/// <param name="Standing">Couplings that its record or its row have instead; empty when it was removed.</param>
public sealed record CouplingClash(CouplingState Coupling, IReadOnlyList<CouplingState> Standing)
{
    /// <summary>True when it concerns the coupling of the same record and row.</summary>
    public bool Concerns(CouplingState coupling) =>
        (Coupling.Family, Coupling.BcId, Coupling.SalesId) == (coupling.Family, coupling.BcId, coupling.SalesId);

    /// <inheritdoc/>
    public override string ToString()
    {
        if (Standing.Count == 0)
            return $"The coupling of {BcName(Coupling)} and {SalesName(Coupling)} was removed meanwhile.";
        var standing = Standing[0];
        return Concerns(standing)
            ? $"The coupling of {BcName(Coupling)} and {SalesName(Coupling)} was changed meanwhile."
            : $"{BcName(Coupling)} cannot be coupled to {SalesName(Coupling)}: {BcName(standing)} is coupled to {SalesName(standing)}.";
    }

    private static string BcName(CouplingState coupling) => Name(coupling.BcId, coupling.BcNo, coupling.BcName);

    private static string SalesName(CouplingState coupling) => Name(coupling.SalesId, coupling.SalesName);

    private static string Name(Guid id, params string?[] words)
    {
        var name = string.Join(' ', words.Where(word => !string.IsNullOrEmpty(word)));
        return name.Length == 0 ? $"record {id}" : $"{name} ({id})";
    }
}
