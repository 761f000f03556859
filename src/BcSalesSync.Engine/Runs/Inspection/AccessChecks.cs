using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Access;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Runs.Inspection;

/// <summary>Compares what the signed-in user may do in Sales with what the mappings and switches need (spec/wire-dataverse.md 14).</summary>
internal sealed class AccessChecks(EndpointPair endpoints, MappingSet mappings)
{
    private const string Check = "Privileges";
    private const string Where = "Power Platform admin center, the environment, Settings, Users + permissions, Security roles";

    /// <summary>A line for each table something is missing of, or one that nothing is; and one about tables that take rows one by one.</summary>
    public async Task<IReadOnlyList<BcCheck>> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var needs = TableNeeds.Of(mappings, await TrackedAsync(cancellationToken).ConfigureAwait(false)).ToLookup(need => need.Table);
            string[] tables = [.. needs.Select(table => table.Key)];
            var access = await endpoints.Sales.GetAccessAsync(tables, cancellationToken).ConfigureAwait(false);
            return access.Count == 0 ? [] : [.. Privileges(access, needs), .. OneByOne(access, needs)];
        }
        catch (EndpointException problem)
        {
            var error = EndpointErrors.ToException(problem).Error;
            return [Checks.Warning(Check, $"Sales does not tell what the user may do: {error.Message}", error.RecommendedAction)];
        }
    }

    private async Task<IReadOnlySet<string>> TrackedAsync(CancellationToken cancellationToken)
    {
        var tracked = new HashSet<string>();
        foreach (var table in mappings.All.Where(mapping => mapping is { Enabled: true, IsOptionMapping: false })
            .Select(mapping => mapping.SalesTable).Distinct())
        {
            if (await endpoints.Sales.GetSchemaAsync(table, cancellationToken).ConfigureAwait(false) is { TracksChanges: true })
                tracked.Add(table);
        }

        return tracked;
    }

    private static IReadOnlyList<BcCheck> Privileges(IReadOnlyList<TableAccess> access, ILookup<string, TableNeed> needs)
    {
        BcCheck[] missing = [.. access.Select(table => Missing(table, needs[table.Table])).OfType<BcCheck>()];
        return missing.Length > 0
            ? missing
            : [Checks.Passed(Check, $"The user may do with {access.Count} tables of Sales all that the mappings and switches need.")];
    }

    private static BcCheck? Missing(TableAccess table, IEnumerable<TableNeed> needs)
    {
        var unmet = needs.SelectMany(need => table.Rights.Where(right => right.Kind == need.Kind && right.Reach < need.Reach)
            .Select(right => (Right: right, Need: need))).ToArray();
        if (unmet.Length == 0)
            return null;
        var name = $"{Check} on {table.Table}";
        string[] rights = [.. unmet.Select(item => item.Right.Name).Distinct()];
        var message = string.Join(" ", unmet.GroupBy(item => item.Right).Select(same =>
            Sentence(same.Key, string.Join(", ", same.Select(item => item.Need.For).Distinct()))));
        var action = $"Give a security role of the user {string.Join(", ", rights)} at the level Organization: {Where}.";
        return unmet.All(item => item.Right.Kind is RightKind.Delete)
            ? Checks.Warning(name, message, action)
            : Checks.Failed(name, message, action);
    }

    private static string Sentence(TableRight right, string dependents) => right.Reach is RightReach.None
        ? $"The user lacks {right.Name}, which is needed for {dependents}."
        : $"{right.Name} reaches only {Reached(right.Reach)}, but change tracking, which {dependents} relies on, is open to those only "
            + "who may read the rows of the whole organisation.";

    private static string Reached(RightReach reach) => reach switch
    {
        RightReach.User => "the user's own rows",
        RightReach.BusinessUnit => "the rows of the user's business unit",
        _ => "the rows of the user's business unit and of those below it",
    };

    // Documents and their lines are written as units of their own, whatever the table takes.
    private IEnumerable<BcCheck> OneByOne(IReadOnlyList<TableAccess> access, ILookup<string, TableNeed> needs)
    {
        string[] single =
        [
            .. access.Where(table => !table.TakesSets && needs[table.Table].Any(need => need.Kind is RightKind.Create && !IsUnit(need.For)))
                .Select(table => table.Table),
        ];
        if (single.Length > 0)
            yield return Checks.Passed(
                "Bulk writes", $"Sales takes new rows of these tables one by one, so that many of them take longer: {string.Join(", ", single)}.");
    }

    private bool IsUnit(string name) => mappings.Find(name) is { } mapping && (mapping.IsPart || mappings.PartsOf(mapping) is not null);
}
