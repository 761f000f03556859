using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Recovery;

/// <summary>Tells failures of the state that pass, such as a database that starts anew, from what is the matter with the work itself.</summary>
internal static class StateOutages
{
    private const string Prefix = "BcSync.State.";

    /// <summary>True when the state is out of reach, or busy, for the moment: what was not saved can be done again.</summary>
    public static bool Is(SyncException problem) =>
        problem.Error.Class is FailureClass.Transient && problem.Error.ErrorId.StartsWith(Prefix, StringComparison.Ordinal);
}
