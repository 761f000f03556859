using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Endpoints.OData;

/// <summary>What one system's $filter can say.</summary>
internal interface IFilterDialect
{
    /// <summary>The condition as text; null when the system cannot evaluate it.</summary>
    string? Write(Condition condition);

    /// <summary>True when conditions on these columns may be joined by "or".</summary>
    bool CanJoinByOr(IReadOnlyCollection<string> columns);
}
