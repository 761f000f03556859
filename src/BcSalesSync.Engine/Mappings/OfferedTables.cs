using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Mappings;

/// <summary>What a connection offers for a mapping.</summary>
/// <param name="Bc">The table in Business Central; null when the connection does not offer it.</param>
/// <param name="Sales">The table in Sales; null when the connection does not offer it.</param>
/// <param name="Tier">0 = API v2.0 only, 2 = with the companion app.</param>
public sealed record OfferedTables(TableSchema? Bc, TableSchema? Sales, int Tier);
