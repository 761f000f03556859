namespace BcSalesSync.Runtime.Tests.Reporting;

/// <summary>Tests that look at the same report.</summary>
[CollectionDefinition(Name)]
public sealed class ReportCollection : ICollectionFixture<WrittenReport>
{
    internal const string Name = "Report";
}
