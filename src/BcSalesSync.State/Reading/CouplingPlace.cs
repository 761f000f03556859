namespace BcSalesSync.State.Reading;

/// <summary>Where a reading of couplings stands: what tells the last row read from those behind it, in any order.</summary>
/// <param name="Mapping">Name of its mapping.</param>
/// <param name="Number">Its number as it is compared.</param>
/// <param name="Failed">When it failed; null when it did not.</param>
/// <param name="Place">Its number in the table.</param>
internal sealed record CouplingPlace(string Mapping, string Number, DateTimeOffset? Failed, long Place);
