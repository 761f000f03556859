namespace BcSalesSync.Runtime.Tests.Reporting.Browser;

/// <summary>A test that needs Chromium; skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.WhyMissing;
}
