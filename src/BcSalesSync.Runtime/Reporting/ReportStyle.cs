namespace BcSalesSync.Runtime.Reporting;

/// <summary>The style sheet, which travels inside the assembly.</summary>
internal static class ReportStyle
{
    /// <summary>Its text. It holds none of the characters that end or escape what XML and HTML read as they stand.</summary>
    public static string Css { get; } = Read();

    private static string Read()
    {
        using var stream = typeof(ReportStyle).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
