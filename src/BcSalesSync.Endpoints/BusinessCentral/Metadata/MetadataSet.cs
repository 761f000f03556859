using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.BusinessCentral.Metadata;

/// <summary>One entity set as $metadata describes it.</summary>
/// <param name="Name">Name of the set.</param>
/// <param name="Columns">Its plain properties; navigation and streams are left out.</param>
internal sealed record MetadataSet(string Name, IReadOnlyList<ColumnSchema> Columns);
