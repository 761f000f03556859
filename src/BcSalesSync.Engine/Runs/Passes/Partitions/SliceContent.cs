using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Runs.Passes.Partitions;

/// <summary>What is handed out with a slice.</summary>
/// <param name="Order">What is to be done.</param>
/// <param name="Records">The records.</param>
internal sealed record SliceContent(SliceOrder Order, IReadOnlyList<Record> Records);
