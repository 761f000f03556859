using BcSalesSync.State.Tests.Suites;

namespace BcSalesSync.State.Tests.Sqlite;

public sealed class SqlitePendingTests() : PendingSuite(new SqliteHome());
