using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.Dataverse.Writing;

/// <summary>A write and the place of its outcome.</summary>
/// <param name="Position">Position in the caller's list.</param>
/// <param name="Write">The write.</param>
internal readonly record struct PlannedWrite(int Position, RecordWrite Write);
