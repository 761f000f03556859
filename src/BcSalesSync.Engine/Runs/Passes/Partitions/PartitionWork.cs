using System.Globalization;
using System.Text.Json;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Runs.Passes.Partitions;

/// <summary>What a worker has to know to do its part of a pass.</summary>
/// <param name="Mapping">Name of the mapping.</param>
/// <param name="Tenure">Number of the claim on it, under which the worker saves.</param>
/// <param name="Partition">The partition to begin with.</param>
/// <param name="RunId">Id of the run.</param>
/// <param name="JobType">Type of its jobs.</param>
/// <param name="Policy">How freely it may act.</param>
internal sealed record PartitionWork(string Mapping, long Tenure, int Partition, Guid RunId, SyncJobType JobType, PlanPolicy Policy)
{
    /// <summary>Name of the claims on partitions, without the number of the partition.</summary>
    public string Claims => $"partition:{Mapping}:";

    /// <summary>The claim under which the worker saves.</summary>
    public Fence Fence => new(MappingLease.ResourceOf(Mapping), Tenure);

    /// <summary>What a ticket stands for.</summary>
    /// <exception cref="JsonException">It is none of ours.</exception>
    public static PartitionWork Of(PartitionTicket ticket) =>
        JsonSerializer.Deserialize<PartitionWork>(ticket.Content) ?? throw new JsonException("The ticket is empty.");

    /// <summary>The ticket for it.</summary>
    public PartitionTicket ToTicket() => new(
        string.Create(CultureInfo.InvariantCulture, $"{Mapping}/{Tenure}/{Partition}"), JsonSerializer.Serialize(this));
}
