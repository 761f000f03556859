using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing;

// The work a write belongs to, who writes, and whether it is one of a set: errors of sets are worded differently.
internal sealed record WriteScope(UnitOfWork Work, Guid Actor, bool InSet = false)
{
    // The columns a client gave: amounts among them stand as they are.
    public IReadOnlyCollection<Field> Given { get; init; } = [];

    // Whether the amounts of a document are worked out although none of its own columns asks for it.
    public bool Recalculates { get; init; }
}
