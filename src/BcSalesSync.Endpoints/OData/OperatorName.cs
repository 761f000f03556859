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
        _ => "le",
    };
}
