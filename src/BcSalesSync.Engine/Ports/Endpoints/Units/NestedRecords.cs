using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Ports.Endpoints.Units;

/// <summary>Records that are created together with the one they belong to.</summary>
/// <param name="Table">Their table; the system offers it below the owner's under the same name.</param>
/// <param name="Rows">Columns and values of each, in the order in which the system should take them.</param>
public sealed record NestedRecords(string Table, IReadOnlyList<IReadOnlyList<KeyValuePair<string, FieldValue>>> Rows);
