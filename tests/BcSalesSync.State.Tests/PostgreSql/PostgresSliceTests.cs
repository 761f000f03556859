using BcSalesSync.State.Tests.Contract;

namespace BcSalesSync.State.Tests.PostgreSql;

public sealed class PostgresSliceTests() : SliceContract(new PostgresHome());
