namespace BcSalesSync.Engine.Telemetry;

/// <summary>Under which name the product shows spans and figures to listeners of the process.</summary>
public static class TelemetryName
{
    /// <summary>Name of the activity sources and of the meters.</summary>
    public const string Value = "BcSalesSync";
}
