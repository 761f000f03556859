using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Documents;

// A line on its way into a posting: how much of it leaves, and how much of it is billed.
internal sealed record PostedLine(Row Line, decimal Ship, decimal Invoice);
