using BcSalesSync.Endpoints.BusinessCentral.Batches;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;

namespace BcSalesSync.Endpoints.BusinessCentral.Writing.Units;

/// <summary>A step of a unit, ready to be sent.</summary>
/// <param name="Table">The table it is about.</param>
/// <param name="Given">The step as the caller gave it.</param>
/// <param name="Sent">The write as it is sent: without the columns other tables hold; null for an action.</param>
/// <param name="Nested">Rows that are created with it.</param>
internal sealed record PlannedStep(BcTable Table, UnitStep Given, RecordWrite? Sent, NestedRows? Nested)
{
    /// <summary>What it does, for the rules of failures: an action needs its record as an update does.</summary>
    public WriteKind Kind => Sent?.Kind ?? WriteKind.Update;

    /// <summary>The step as a request of a batch.</summary>
    public BatchOperation ToOperation() => (Given, Sent) switch
    {
        (UnitAction action, _) => RowOperation.OfAction(Table, action.Id, action.Name),
        (_, { } write) => RowOperation.Of(Table, write, Nested),
        _ => throw new InvalidOperationException($"A step of the kind {Given.GetType().Name} cannot be sent."),
    };
}
