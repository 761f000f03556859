using BcSalesSync.State.Tests.Contract;

namespace BcSalesSync.State.Tests.Sqlite;

public sealed class MemoryLargeChangeTests() : LargeChangeContract(new MemoryHome());
