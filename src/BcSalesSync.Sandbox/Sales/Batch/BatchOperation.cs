namespace BcSalesSync.Sandbox.Sales.Batch;

// One operation as it stands in a batch; the address may be absolute, relative to the host, or a Content-ID reference.
internal sealed record BatchOperation(
    string Method, string Address, IReadOnlyDictionary<string, string> Headers, byte[] Body, string? ContentId);
