using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Documents;

/// <summary>A page of documents that is settled and saved.</summary>
/// <param name="Job">The job with the page's counts.</param>
/// <param name="Results">What happened to the documents.</param>
internal sealed record DocumentPage(BcSyncJob Job, IReadOnlyList<BcDocumentResult> Results);
