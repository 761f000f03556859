using BcSalesSync.State.Tests.Suites;

namespace BcSalesSync.State.Tests.Sqlite;

public sealed class SqliteWaiterTests() : WaiterSuite(new SqliteHome());
