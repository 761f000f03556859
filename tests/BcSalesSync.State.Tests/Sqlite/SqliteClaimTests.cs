using BcSalesSync.State.Tests.Suites;

namespace BcSalesSync.State.Tests.Sqlite;

public sealed class SqliteClaimTests() : ClaimSuite(new SqliteHome());
