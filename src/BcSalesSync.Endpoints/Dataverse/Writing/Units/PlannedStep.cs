using BcSalesSync.Endpoints.Dataverse.Transport;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.Dataverse.Writing.Units;

/// <summary>A step of a unit, ready to be sent.</summary>
/// <param name="Table">The table it is about.</param>
/// <param name="Write">The write.</param>
/// <param name="Fulfils">True for the action that fulfils the order which the write names.</param>
internal readonly record struct PlannedStep(UnitTable Table, RecordWrite Write, bool Fulfils = false)
{
    /// <summary>The step as an operation of a batch.</summary>
    internal BatchOperation ToOperation() => Fulfils
        ? OrderFulfilment.Of(Table.Definition.SetName, Write.Id!.Value) : RowOperation.Of(Table.Definition, Table.Rows, Write, Table.Answered);

    /// <summary>How it ended, from the part that answers it.</summary>
    internal WriteOutcome Read(BatchPart part) => OutcomeReader.Read(Write, part, Table.Answered);
}
