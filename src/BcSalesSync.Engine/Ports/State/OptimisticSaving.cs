namespace BcSalesSync.Engine.Ports.State;

/// <summary>Saves what was worked out without a lock: whoever was faster costs only the couplings that both touched.</summary>
internal static class OptimisticSaving
{
    /// <summary>Saves a change; it is built again without what clashes until it stands. Returns what was left out.</summary>
    /// <param name="state">The state.</param>
    /// <param name="build">Gives the change without the couplings that the clashes so far concern.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public static async Task<IReadOnlyList<CouplingClash>> SaveAsync(
        this IStateStore state, Func<IReadOnlyList<CouplingClash>, StateChange> build, CancellationToken cancellationToken)
    {
        var clashes = new List<CouplingClash>();
        while (true)
        {
            try
            {
                await state.CommitAsync(build(clashes), cancellationToken).ConfigureAwait(false);
                return clashes;
            }
            catch (CouplingClashException problem) when (problem.Clashes.Any(clash => !clashes.Any(known => known.Concerns(clash.Coupling))))
            {
                clashes.AddRange(problem.Clashes);
            }
        }
    }

    /// <summary>The couplings that no clash concerns.</summary>
    public static IEnumerable<CouplingState> Without(this IEnumerable<CouplingState> couplings, IReadOnlyList<CouplingClash> clashes) =>
        clashes.Count == 0 ? couplings : couplings.Where(coupling => !clashes.Any(clash => clash.Concerns(coupling)));
}
