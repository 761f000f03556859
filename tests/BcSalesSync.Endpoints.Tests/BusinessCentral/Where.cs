using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Endpoints.Tests.BusinessCentral;

/// <summary>Short ways to write conditions.</summary>
internal static class Where
{
    public static Condition Is(string column, string text) => new(column, FilterOperator.Equal, FieldValue.Text(text));

    public static Condition IsBlank(string column) => new(column, FilterOperator.Equal, FieldValue.Empty);

    public static Condition IsNotBlank(string column) => new(column, FilterOperator.NotEqual, FieldValue.Empty);
}
