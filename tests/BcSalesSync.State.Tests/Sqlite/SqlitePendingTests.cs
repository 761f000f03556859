using BcSalesSync.State.Tests.Contract;

namespace BcSalesSync.State.Tests.Sqlite;

public sealed class SqlitePendingTests() : PendingContract(new SqliteHome());
