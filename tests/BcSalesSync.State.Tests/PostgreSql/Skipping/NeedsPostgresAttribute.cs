namespace BcSalesSync.State.Tests.PostgreSql.Skipping;

/// <summary>Tests that need a PostgreSQL server, those they inherit included; skipped, with the reason, where none can be started.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NeedsPostgresAttribute : Attribute;
