using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.BusinessCentral.Writing;

/// <summary>Rows inside the body of the record they belong to, under the name of their table.</summary>
/// <param name="Table">Their table, by whose rules their values are written.</param>
/// <param name="Rows">Columns and values of each.</param>
internal sealed record NestedRows(BcTable Table, IReadOnlyList<IReadOnlyList<KeyValuePair<string, FieldValue>>> Rows);
