using BcSalesSync.State.Tests.Suites;

namespace BcSalesSync.State.Tests.Sqlite;

public sealed class SqliteCouplingTests() : CouplingSuite(new SqliteHome());
