using BcSalesSync.Contracts;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents;

/// <summary>What taking over a kind of document consists of.</summary>
internal interface IDocumentWork
{
    /// <summary>Where Sales keeps the documents.</summary>
    DocumentShape Shape { get; }

    /// <summary>Mapping under which they are coupled, logged and remembered.</summary>
    string Mapping { get; }

    /// <summary>Type of the jobs in the log.</summary>
    SyncJobType JobType { get; }

    /// <summary>Condition for documents that wait, {company} standing for the company's row.</summary>
    string Waiting { get; }

    /// <summary>Plans a page of documents, in their order; those that nothing is to be said about may be left out. Writes nothing.</summary>
    Task<IReadOnlyList<DocumentPlan>> PlanAsync(IReadOnlyList<SalesDocument> documents, CancellationToken cancellationToken);

    /// <summary>Brings to its end what an earlier run began and did not live to finish.</summary>
    Task ResumeAsync(RunContext run);

    /// <summary>Carries plans out, in any order; plans that were not begun when it was stopped are left out.</summary>
    Task<IReadOnlyList<DocumentPlan>> WriteAsync(RunContext run, IReadOnlyList<DocumentPlan> plans, CancellationToken cancellationToken);
}
