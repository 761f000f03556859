using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.Dataverse.Writing;

/// <summary>Tells the writes that can be sent from those whose values Sales cannot take.</summary>
internal static class AcceptedWrites
{
    /// <summary>The writes that can be sent, with their positions.</summary>
    /// <param name="writes">All writes.</param>
    /// <param name="rows">Knows what the table takes.</param>
    /// <param name="refuse">Settles a write that is not sent.</param>
    internal static List<PlannedWrite> Of(IReadOnlyList<RecordWrite> writes, RowWriter rows, Action<PlannedWrite, WriteOutcome> refuse)
    {
        var accepted = new List<PlannedWrite>(writes.Count);
        for (var position = 0; position < writes.Count; position++)
        {
            var planned = new PlannedWrite(position, writes[position]);
            try
            {
                rows.Check(planned.Write);
                accepted.Add(planned);
            }
            catch (RefusedValueException problem)
            {
                refuse(planned, OutcomeReader.OfValue(planned.Write, problem));
            }
        }

        return accepted;
    }
}
