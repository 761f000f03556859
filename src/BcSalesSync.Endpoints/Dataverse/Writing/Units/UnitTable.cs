using BcSalesSync.Endpoints.Dataverse.Metadata;
using BcSalesSync.Endpoints.Dataverse.Reading;

namespace BcSalesSync.Endpoints.Dataverse.Writing.Units;

/// <summary>A table that units write to.</summary>
/// <param name="Definition">The table.</param>
/// <param name="Rows">Writes its rows.</param>
/// <param name="Answered">What the service is asked to answer to its writes.</param>
internal sealed record UnitTable(TableDefinition Definition, RowWriter Rows, Selection Answered);
