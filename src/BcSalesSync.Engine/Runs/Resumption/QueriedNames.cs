using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;

namespace BcSalesSync.Engine.Runs.Resumption;

/// <summary>Compares names that a query gives, with wildcards unless it is literal, with those of records.</summary>
internal static class QueriedNames
{
    /// <summary>True when a name of the query stands for the name of a record; a record without a name fits none.</summary>
    public static bool Fits(this CouplingQuery query, string name, string? held) => held is not null
        && (query.Literal ? name.Equals(held, StringComparison.OrdinalIgnoreCase) : new WildcardPattern(name).Matches(held));
}
