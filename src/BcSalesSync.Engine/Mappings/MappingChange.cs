using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings.Checks;
using BcSalesSync.Engine.Mappings.Editing;

namespace BcSalesSync.Engine.Mappings;

/// <summary>Applies what an admin changes about a table mapping.</summary>
public static class MappingChange
{
    /// <summary>The mapping with the change applied; what is not changed is not examined.</summary>
    /// <param name="mapping">The mapping as it is.</param>
    /// <param name="change">The change; members that are null stay as they are.</param>
    /// <param name="offered">Tables against which the change is checked.</param>
    /// <param name="now">Time of the change (UTC), for errors.</param>
    /// <exception cref="SyncException">
    /// BcSync.Mapping.InvalidFilter, BcSync.Mapping.InvalidInterval, BcSync.Mapping.UnknownField, BcSync.Mapping.InvalidTemplate,
    /// BcSync.Mapping.NothingToCreate, BcSync.Mapping.NoFieldInDirection or BcSync.Mapping.OptionsOneWay (spec/engine.md 7, 35).
    /// </exception>
    public static TableMapping Apply(TableMapping mapping, TableMappingChange change, OfferedTables offered, DateTimeOffset now)
    {
        var bcFilter = Filter(mapping.Name, SystemSide.BusinessCentral, change.BcFilter, offered, now);
        var salesFilter = Filter(mapping.Name, SystemSide.Sales, change.SalesFilter, offered, now);
        var changed = mapping with
        {
            Direction = change.Direction ?? mapping.Direction,
            SyncOnlyCoupled = change.SyncOnlyCoupled ?? mapping.SyncOnlyCoupled,
            UpdateConflict = change.UpdateConflict ?? mapping.UpdateConflict,
            ConflictScope = change.ConflictScope ?? mapping.ConflictScope,
            DeletionConflict = change.DeletionConflict ?? mapping.DeletionConflict,
            BcFilter = bcFilter ?? mapping.BcFilter,
            SalesFilter = salesFilter ?? mapping.SalesFilter,
            SyncAfterCoupling = change.SyncAfterCoupling ?? mapping.SyncAfterCoupling,
            CreateNewIfNoMatch = change.CreateNewIfNoMatch ?? mapping.CreateNewIfNoMatch,
            IntervalMinutes = change.IntervalMinutes ?? mapping.IntervalMinutes,
            IdleMinutes = change.IdleMinutes ?? mapping.IdleMinutes,
            Enabled = change.Enabled ?? mapping.Enabled,
            DependsOn = change.DependsOn ?? mapping.DependsOn,
            BcNumberField = Override(change.BcNumberField, mapping.BcNumberField),
            BcNameField = Override(change.BcNameField, mapping.BcNameField),
            SalesNameField = Override(change.SalesNameField, mapping.SalesNameField),
            Templates = change.Templates is { } templates ? TemplateEdit.Read(templates) : mapping.Templates,
        };
        if (change.Templates is not null)
        {
            changed = changed with { Templates = TemplateEdit.Named(changed, offered) };
            Refuse(changed, TemplateCheck.Problems(changed, offered), now);
        }

        if (change.BcFilter is not null || change.SalesFilter is not null)
            Refuse(changed, WidenedFilterCheck.Problems(changed), now);
        Refuse(changed, TableCheck.Settings(changed, offered), now);
        if (change.CreateNewIfNoMatch is true)
            Refuse(changed, MatchingCheck.Problems(changed), now);
        if (changed.Direction != mapping.Direction)
            Refuse(changed, MappingCheck.Directions(changed), now);
        return changed;
    }

    /// <summary>Refuses a mapping that has a problem.</summary>
    internal static void Refuse(TableMapping mapping, IEnumerable<MappingProblem> problems, DateTimeOffset now)
    {
        if (problems.FirstOrDefault() is { } problem)
            throw new SyncException(problem.ToError(mapping.Name, now));
    }

    private static string? Filter(string mapping, SystemSide side, string? text, OfferedTables offered, DateTimeOffset now)
    {
        if (text is null)
            return null;
        var table = side is SystemSide.Sales ? offered.Sales : offered.Bc;
        var (filter, problem) = FilterCheck.Read(mapping, side, text, table);
        return problem is null ? filter : throw new SyncException(problem.ToError(mapping, now));
    }

    private static string? Override(string? given, string? known) => given is null ? known : given.Length == 0 ? null : given;
}
