using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Planning;

/// <summary>One field row as a pass uses it, seen from source to destination.</summary>
/// <param name="Row">The field mapping.</param>
/// <param name="Source">Column it is read from; null for constants and computations.</param>
/// <param name="Destination">Column it is written to.</param>
/// <param name="TwoWay">True when the same pair travels in the other direction too, so that edits of both sides can clash.</param>
public sealed record PassField(FieldMapping Row, string? Source, ColumnSchema Destination, bool TwoWay);
