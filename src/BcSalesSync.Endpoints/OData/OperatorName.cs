using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Endpoints.OData;

/// <summary>OData's words for comparisons.</summary>
internal static class OperatorName
{
    public static string Of(FilterOperator comparison) => comparison switch
    {
        FilterOperator.Equal => "eq",
        FilterOperator.NotEqual => "ne",
        FilterOperator.GreaterThan => "gt",
        FilterOperator.GreaterOrEqual => "ge",
        FilterOperator.LessThan => "lt",
        FilterOperator.LessOrEqual => "le",
        _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "OData has a function for it."),
    };
}
