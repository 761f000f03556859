using BcSalesSync.State.Tests.Contract;

namespace BcSalesSync.State.Tests.PostgreSql;

public sealed class PostgresLargeChangeTests() : LargeChangeContract(new PostgresHome());
