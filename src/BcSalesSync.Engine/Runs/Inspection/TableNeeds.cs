using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.Endpoints.Access;

namespace BcSalesSync.Engine.Runs.Inspection;

/// <summary>Says which rights to tables of Sales the mappings and switches need. Pure.</summary>
internal static class TableNeeds
{
    private const string Owner = "ownerid";

    /// <summary>The needs of mappings that take part, and of the switches.</summary>
    /// <param name="set">The mappings and the switches.</param>
    /// <param name="tracked">Tables whose changes are told.</param>
    public static IEnumerable<TableNeed> Of(MappingSet set, IReadOnlySet<string> tracked) =>
        set.All.Where(mapping => mapping.Enabled && mapping.BelongsTo(set.Setup))
            .SelectMany(mapping => Of(mapping, set, tracked)).Concat(OfSwitches(set.Setup));

    private static IEnumerable<TableNeed> Of(TableMapping mapping, MappingSet set, IReadOnlySet<string> tracked)
    {
        // The options of a column are no table of rows; they come with the definitions.
        if (mapping.IsOptionMapping)
            yield break;
        var table = mapping.SalesTable;
        var isFollowed = mapping.Direction.Includes(SyncDirection.ToBusinessCentral) && !mapping.IsPart && tracked.Contains(table);
        yield return new(table, RightKind.Read, isFollowed ? RightReach.Organization : RightReach.User, mapping.Name);
        if (!mapping.Direction.Includes(SyncDirection.ToSales))
            yield break;
        yield return Need(table, RightKind.Write);
        yield return Need(table, RightKind.Append);
        if (mapping is { NeverCreates: false, CreatesTowards: not SyncDirection.ToBusinessCentral })
            yield return Need(table, RightKind.Create);

        // Lines that are gone from a document in Business Central go from it in Sales too.
        if (mapping.IsPart)
            yield return Need(table, RightKind.Delete);
        foreach (var field in Written(mapping, set.Setup))
        {
            if (field.SalesField == Owner)
                yield return Need(table, RightKind.Assign);
            else if (field.LookupMapping is { } name && set.Find(name) is { IsOptionMapping: false } target)
                yield return Need(target.SalesTable, RightKind.AppendTo);
        }

        TableNeed Need(string of, RightKind kind) => new(of, kind, RightReach.User, mapping.Name);
    }

    private static IEnumerable<FieldMapping> Written(TableMapping mapping, BcSyncSetup setup) => mapping.Fields
        .Where(field => field.Enabled && field.BelongsTo(setup) && field.Direction.Includes(SyncDirection.ToSales));

    private static IEnumerable<TableNeed> OfSwitches(BcSyncSetup setup)
    {
        if (setup.SalesOrderIntegration is not SalesOrderIntegration.None)
        {
            const string Orders = "order integration";
            yield return new("salesorder", RightKind.Read, RightReach.User, Orders);
            yield return new("salesorder", RightKind.Write, RightReach.User, Orders);
            yield return new("salesorderdetail", RightKind.Read, RightReach.User, Orders);
        }

        if (setup.AutoProcessQuotes)
        {
            const string Quotes = "the processing of quotes";
            yield return new("quote", RightKind.Read, RightReach.User, Quotes);
            yield return new("quotedetail", RightKind.Read, RightReach.User, Quotes);
        }
    }
}
