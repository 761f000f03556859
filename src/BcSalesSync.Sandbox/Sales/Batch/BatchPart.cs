namespace BcSalesSync.Sandbox.Sales.Batch;

// A member of a $batch request: one operation, or the operations of a change set.
internal sealed record BatchPart(IReadOnlyList<BatchOperation> Operations, bool IsChangeSet);
