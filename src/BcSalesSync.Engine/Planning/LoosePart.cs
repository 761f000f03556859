using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Planning;

/// <summary>A part of a document that has no counterpart of its own, such as the line with the freight of an order.</summary>
/// <param name="Held">The part as it is; null when it is created.</param>
/// <param name="Values">Columns and values it is to have; none when it is deleted.</param>
public sealed record LoosePart(Record? Held, IReadOnlyList<KeyValuePair<string, FieldValue>> Values);
