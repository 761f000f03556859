namespace BcSalesSync.Engine.Ports.State;

/// <summary>
/// Couplings of a change do not stand any more, or would give a record a second partner within its family; the whole change was refused.
/// </summary>
public sealed class CouplingClashException : Exception
{
    /// <summary>Creates the exception.</summary>
    public CouplingClashException(IReadOnlyList<CouplingClash> clashes)
        : base(string.Join(' ', clashes.Select(clash => clash.ToString())))
    {
        Clashes = clashes;
    }

    /// <summary>Everything in the change that clashes.</summary>
    public IReadOnlyList<CouplingClash> Clashes { get; }
}
