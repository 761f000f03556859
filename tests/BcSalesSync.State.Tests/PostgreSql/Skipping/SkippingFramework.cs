using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: TestFramework("BcSalesSync.State.Tests.PostgreSql.Skipping.SkippingFramework", "BcSalesSync.State.Tests")]

namespace BcSalesSync.State.Tests.PostgreSql.Skipping;

/// <summary>Runs tests as ever, except that whole classes can be skipped. The attributes of a contract's tests cannot know which database it is.</summary>
public sealed class SkippingFramework(IMessageSink messages) : XunitTestFramework(messages)
{
    protected override ITestFrameworkDiscoverer CreateDiscoverer(IAssemblyInfo assemblyInfo) =>
        new SkippingDiscoverer(assemblyInfo, SourceInformationProvider, DiagnosticMessageSink);
}
