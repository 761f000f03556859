using BcSalesSync.State.Tests.Contract;

namespace BcSalesSync.State.Tests.Sqlite;

public sealed class MemoryCouplingTests() : CouplingContract(new MemoryHome());
