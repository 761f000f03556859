using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Dataverse.Metadata;
using BcSalesSync.Endpoints.OData;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Endpoints.Dataverse.Reading;

/// <summary>Conditions on a table as Dataverse understands them; those on the table of a lookup are left to this side.</summary>
internal sealed class FilterDialect(TableDefinition table) : IFilterDialect
{
    /// <inheritdoc/>
    public bool CanJoinByOr(IReadOnlyCollection<string> columns) => true;

    /// <inheritdoc/>
    public string? Write(Condition condition)
    {
        if (ReferenceType.ReferenceOf(condition.Column) is not null)
            return null;
        if (!table.Attributes.TryGetValue(condition.Column, out var attribute) || !attribute.CanRead)
            throw Misconfigured($"The table {table.Name} in Sales has no column {condition.Column} to filter by.");
        if (condition.Operator is FilterOperator.StartsWith)
            return Fits(attribute, "startswith", condition.Value.AsText());
        if (condition.Operator is FilterOperator.Like or FilterOperator.NotLike)
            return Fits(condition, attribute);
        var literal = LiteralOf(condition, attribute);
        var text = $"{attribute.WireName} {OperatorName.Of(condition.Operator)} {literal}";

        // SQL leaves rows without a value out of "not equal"; a filter keeps them.
        return condition is { Operator: FilterOperator.NotEqual, Value.IsEmpty: false }
            ? $"({text} or {attribute.WireName} eq null)"
            : text;
    }

    private static string? Fits(Condition condition, AttributeDefinition attribute)
    {
        if (PatternFunction.Of(condition.Value.ToString()) is not var (function, text) || Fits(attribute, function, text) is not { } call)
            return null;
        return condition.Operator is FilterOperator.Like ? call : $"(not {call} or {attribute.WireName} eq null)";
    }

    private static string? Fits(AttributeDefinition attribute, string function, string? text) =>
        attribute.Column.Kind == FieldKind.Text && text is not null ? $"{function}({attribute.WireName},{ODataLiteral.Text(text)})" : null;

    private static string LiteralOf(Condition condition, AttributeDefinition attribute)
    {
        try
        {
            return ColumnLiteral.Write(condition.Value, attribute);
        }
        catch (FormatException problem)
        {
            throw Misconfigured(problem.Message);
        }
    }

    private static EndpointException Misconfigured(string message) =>
        new(SystemSide.Sales, new EndpointFailure(FailureClass.Configuration, "filter", message));
}
