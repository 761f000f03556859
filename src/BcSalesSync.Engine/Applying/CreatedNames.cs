using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Engine.Applying;

/// <summary>
/// Asks for names that a system makes itself, as Sales does of a contact's first and last name, right after the creates of a page: a row outside
/// the filter of its mapping never comes by again, and people know it by its name.
/// </summary>
internal sealed class CreatedNames(EndpointPair endpoints)
{
    /// <summary>The settled actions, in their order, with the names of what was created.</summary>
    public async Task<IReadOnlyList<AppliedAction>> FindAsync(PassDefinition pass, IReadOnlyList<AppliedAction> applied)
    {
        if (pass.DestinationTable.NameColumn is not { } column || pass.DestinationTable.Columns.GetValueOrDefault(column) is not { CanCreate: false })
            return applied;
        Guid[] ids = [.. applied.Where(action => IsNameless(action, column)).Select(action => action.CounterpartId!.Value)];
        if (ids.Length == 0)
            return applied;
        try
        {
            var rows = (await endpoints.On(pass.Destination)
                .ReadByIdAsync(pass.DestinationTable.Name, [column], ids, CancellationToken.None).ConfigureAwait(false))
                    .ToDictionary(row => row.Id, row => row[column].AsText());
            return [.. applied.Select(action => IsNameless(action, column)
                ? action with { CounterpartName = rows.GetValueOrDefault(action.CounterpartId!.Value) } : action)];
        }
        catch (EndpointException)
        {
            // The records exist by now: that they are coupled matters more than their names.
            return applied;
        }
    }

    private static bool IsNameless(AppliedAction action, string column) =>
        action is { Failure: null, PlanAgain: false, CounterpartId: not null, Plan: { Action: SyncAction.Created, Failure: null } }
            && action.Answer?.Values.ContainsKey(column) is not true;
}
