using BcSalesSync.Sandbox.Sales.Privileges;

namespace BcSalesSync.Sandbox.Control;

// POST /sandbox/privileges: how far privileges of the integration user in Sales reach from now on; null takes one away.
internal sealed record PrivilegesRequest(IReadOnlyDictionary<string, PrivilegeDepth?>? Privileges);
