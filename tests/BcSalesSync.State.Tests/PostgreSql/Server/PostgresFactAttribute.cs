namespace BcSalesSync.State.Tests.PostgreSql.Server;

/// <summary>A test that needs a PostgreSQL server; skipped, with the reason, where none can be started.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresPrograms.WhyMissing;
}
