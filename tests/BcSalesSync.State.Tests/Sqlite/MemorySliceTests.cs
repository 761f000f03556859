using BcSalesSync.State.Tests.Contract;

namespace BcSalesSync.State.Tests.Sqlite;

public sealed class MemorySliceTests() : SliceContract(new MemoryHome());
