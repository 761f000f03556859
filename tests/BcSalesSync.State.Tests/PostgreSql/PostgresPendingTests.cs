using BcSalesSync.State.Tests.Contract;

namespace BcSalesSync.State.Tests.PostgreSql;

public sealed class PostgresPendingTests() : PendingContract(new PostgresHome());
