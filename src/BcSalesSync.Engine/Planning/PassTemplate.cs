using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Engine.Planning;

/// <summary>Values for records that a pass creates (spec/mappings.md 1.3).</summary>
/// <param name="Filter">Condition the source record must meet.</param>
/// <param name="Fields">Rows with a constant each.</param>
public sealed record PassTemplate(Filter Filter, IReadOnlyList<PassField> Fields);
