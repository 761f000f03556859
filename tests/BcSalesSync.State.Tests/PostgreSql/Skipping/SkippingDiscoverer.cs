using BcSalesSync.State.Tests.PostgreSql.Server;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace BcSalesSync.State.Tests.PostgreSql.Skipping;

/// <summary>Finds tests; those that lack their server become skipped ones that say why.</summary>
internal sealed class SkippingDiscoverer(IAssemblyInfo assembly, ISourceInformationProvider sources, IMessageSink messages)
    : XunitTestFrameworkDiscoverer(assembly, sources, messages)
{
    protected override bool FindTestsForMethod(
        ITestMethod testMethod, bool includeSourceInformation, IMessageBus messageBus, ITestFrameworkDiscoveryOptions discoveryOptions)
    {
        if (PostgresPrograms.WhyMissing is not { } reason || !IsTestThatNeedsIt(testMethod))
            return base.FindTestsForMethod(testMethod, includeSourceInformation, messageBus, discoveryOptions);
        var skipped = new XunitSkippedDataRowTestCase(
            DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod, reason);
        return ReportDiscoveredTestCase(skipped, includeSourceInformation, messageBus);
    }

    private static bool IsTestThatNeedsIt(ITestMethod method) =>
        method.TestClass.Class.GetCustomAttributes(typeof(NeedsPostgresAttribute)).Any()
        && method.Method.GetCustomAttributes(typeof(FactAttribute)).Any();
}
