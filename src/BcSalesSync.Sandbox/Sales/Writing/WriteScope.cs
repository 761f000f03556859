using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing;

// The work a write belongs to, who writes, and whether it is one of a set: errors of sets are worded differently.
internal sealed record WriteScope(UnitOfWork Work, Guid Actor, bool InSet = false);
