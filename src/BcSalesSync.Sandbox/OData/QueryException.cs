namespace BcSalesSync.Sandbox.OData;

// A query the model or the system's dialect does not allow; each system answers it in its own words.
internal sealed class QueryException(string message, Exception? inner = null) : Exception(message, inner);
