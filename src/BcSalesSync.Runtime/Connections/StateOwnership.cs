using System.Text.Json;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Runtime.Connections;

/// <summary>
/// Keeps a state with the two systems it was first connected to: its couplings, values and cursors mean nothing in any others, and would
/// lead to deletions and overwritten records there.
/// </summary>
internal static class StateOwnership
{
    /// <summary>Name of the setting that says whose the state is.</summary>
    public const string Setting = "systems";

    /// <summary>True when a state is known to be of two systems.</summary>
    /// <param name="kept">What the state says.</param>
    /// <param name="bc">Facts about Business Central.</param>
    /// <param name="sales">Facts about Sales.</param>
    public static bool IsOf(string kept, EndpointFacts bc, EndpointFacts sales) =>
        (bc.Identity, sales.Identity) is ({ } company, { } organization)
        && JsonSerializer.Deserialize<Owners>(kept)!.Are(company, organization);

    /// <summary>Takes a new state for two systems, or checks that it is theirs.</summary>
    /// <exception cref="SyncException">The state was made with other systems.</exception>
    public static async Task RequireAsync(
        IStateStore state, string path, EndpointFacts bc, EndpointFacts sales, CancellationToken cancellationToken)
    {
        if (bc.Identity is not { } company || sales.Identity is not { } organization)
            return;
        var here = new Owners(company, organization);
        var kept = await state.KeepSettingAsync(Setting, JsonSerializer.Serialize(here), cancellationToken).ConfigureAwait(false);
        var owners = JsonSerializer.Deserialize<Owners>(kept)!;
        if (!owners.Are(company, organization))
            throw ConnectionErrors.StateOfOthers(path, owners.ToString(), here.ToString());
    }

    private sealed record Owners(SystemIdentity BusinessCentral, SystemIdentity Sales)
    {
        public bool Are(SystemIdentity company, SystemIdentity organization) =>
            BusinessCentral.IsSameAs(company) && Sales.IsSameAs(organization);

        public override string ToString() =>
            $"Business Central company {BusinessCentral.Name} ({BusinessCentral.Id}) and Sales organisation {Sales.Name} ({Sales.Id})";
    }
}
