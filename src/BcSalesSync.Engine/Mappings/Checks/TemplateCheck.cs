using BcSalesSync.Contracts;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Mappings.Checks;

/// <summary>Looks at values for records that are being created.</summary>
internal static class TemplateCheck
{
    public static IEnumerable<MappingProblem> Problems(TableMapping mapping, OfferedTables offered) =>
        (mapping.Templates ?? []).SelectMany(template => Problems(mapping, template, offered));

    private static IEnumerable<MappingProblem> Problems(TableMapping mapping, CreationTemplate template, OfferedTables offered)
    {
        if (template.Direction is SyncDirection.Both)
        {
            yield return Of(mapping, null, "is for both directions", "Give it the direction ToSales or ToBusinessCentral.");
            yield break;
        }

        var (source, destination) = template.Direction is SyncDirection.ToSales ? (offered.Bc, offered.Sales) : (offered.Sales, offered.Bc);
        if (FilterCheck.Problem(mapping.Name, template.Source, template.Filter, source) is { } problem)
            yield return problem with { Message = $"A template of {mapping.Name}: {problem.Message}" };
        if (template.Values.Count == 0)
            yield return Of(mapping, null, "has no values", "Give it values by field.");
        foreach (var (name, value) in template.Values)
        {
            if (destination is not null && Obstacle(name, value, destination, template.Direction) is { } obstacle)
                yield return Of(mapping, name, $"cannot set {name}: {obstacle}", "Correct the field or its value.");
        }
    }

    private static string? Obstacle(string name, string value, TableSchema table, SyncDirection direction)
    {
        if (table.Columns.GetValueOrDefault(name) is not { } column)
            return $"{table.Name} has no such column";
        if (!column.CanCreate && !column.CanUpdate)
            return $"it cannot be written {MappingCheck.Words(direction)}";
        return ConstantCheck.Obstacle(value, column, direction is SyncDirection.ToSales ? SystemSide.Sales : SystemSide.BusinessCentral);
    }

    private static MappingProblem Of(TableMapping mapping, string? field, string problem, string nextStep) =>
        new("InvalidTemplate", field, $"A template of {mapping.Name} {problem}.", nextStep);
}
