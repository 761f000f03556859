using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Ports.Endpoints;

/// <summary>How one write ended.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Id">Id of the record; null when a create failed and no id was given.</param>
/// <param name="Record">The record as the system answered it, with version and token; null where the system answers nothing.</param>
/// <param name="Failure">Why it was refused; null when it was not.</param>
public sealed record WriteOutcome(WriteStatus Status, Guid? Id, Record? Record = null, EndpointFailure? Failure = null);
