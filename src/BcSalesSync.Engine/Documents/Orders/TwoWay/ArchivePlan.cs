using BcSalesSync.Engine.Planning;

namespace BcSalesSync.Engine.Documents.Orders.TwoWay;

/// <summary>What the last version of an order means for Sales.</summary>
/// <param name="Action">What is to be done.</param>
/// <param name="LeftOut">Archived lines that sell what is not coupled, as people call them.</param>
internal sealed record ArchivePlan(PlannedAction Action, IReadOnlyList<string> LeftOut);
