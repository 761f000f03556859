namespace BcSalesSync.Endpoints.Dataverse.Writing;

/// <summary>A value cannot be brought into a form the table takes; costs only its own record.</summary>
internal sealed class RefusedValueException(string message) : Exception(message);
