using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Applying;

/// <summary>Records that creates found in place, and the sources they are coupled to.</summary>
internal sealed class ExistingRecords(IReadOnlyDictionary<Guid, Record> records, IReadOnlyDictionary<Guid, Guid> owners)
{
    /// <summary>No record.</summary>
    public static ExistingRecords None { get; } = new(new Dictionary<Guid, Record>(), new Dictionary<Guid, Guid>());

    /// <summary>The record with an id; null when it was not found.</summary>
    public Record? Find(Guid? id) => id is { } value ? records.GetValueOrDefault(value) : null;

    /// <summary>Source the record is coupled to; null when it is free.</summary>
    public Guid? OwnerOf(Guid id) => owners.TryGetValue(id, out var owner) ? owner : null;
}
