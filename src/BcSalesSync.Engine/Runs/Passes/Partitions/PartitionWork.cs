using System.Globalization;
using System.Text.Json;
using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Runs.Passes.Partitions;

/// <summary>Where a worker that is sent for begins.</summary>
/// <param name="Mapping">Name of the mapping.</param>
/// <param name="Tenure">Number of the claim on it.</param>
/// <param name="Partition">Number of the partition.</param>
internal sealed record PartitionWork(string Mapping, long Tenure, int Partition)
{
    /// <summary>What a ticket stands for.</summary>
    /// <exception cref="JsonException">It is none of ours.</exception>
    public static PartitionWork Of(PartitionTicket ticket) =>
        JsonSerializer.Deserialize<PartitionWork>(ticket.Content) ?? throw new JsonException("The ticket is empty.");

    /// <summary>The ticket for it.</summary>
    public PartitionTicket ToTicket() => new(
        string.Create(CultureInfo.InvariantCulture, $"{Mapping}/{Tenure}/{Partition}"), JsonSerializer.Serialize(this));
}
