using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.BusinessCentral.Batches;

/// <summary>The answer to requests that are carried out together or not at all.</summary>
/// <param name="Status">HTTP status of the envelope.</param>
/// <param name="Refusal">Why the envelope was refused as a whole; null when it was looked into.</param>
/// <param name="Entries">Answers to the requests; those after one that failed have none.</param>
internal sealed record TransactionAnswer(int Status, EndpointFailure? Refusal, IReadOnlyList<BatchEntry> Entries);
