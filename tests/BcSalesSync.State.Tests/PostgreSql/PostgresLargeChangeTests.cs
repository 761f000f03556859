using BcSalesSync.State.Tests.Contract;
using BcSalesSync.State.Tests.PostgreSql.Skipping;

namespace BcSalesSync.State.Tests.PostgreSql;

[NeedsPostgres]
public sealed class PostgresLargeChangeTests() : LargeChangeContract(new PostgresHome());
