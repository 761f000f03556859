using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Scheduling;

/// <summary>An entry that does not run yet.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Mapping">The mapping on which another run works.</param>
/// <param name="Reason">Which run that is.</param>
internal sealed record HeldBack(ScheduleEntry Entry, string Mapping, BcSyncError Reason)
{
    /// <summary>Says so to a person.</summary>
    public string InWords => $"{Entry.Name}{(Mapping == Entry.Name ? "" : $" waits for {Mapping}")}: {Reason.Message} It stays due.";
}
