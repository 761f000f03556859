using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.OData;

// A navigation property: where it leads (by entity set name) and how a row's partners are found.
internal sealed record Navigation(string Name, string TargetSet, bool IsCollection, Func<Row, IEnumerable<Row>> Follow);
