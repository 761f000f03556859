using System.Globalization;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Reporting.Figures;

namespace BcSalesSync.Runtime.Reporting.Markup;

/// <summary>Values as the page shows them: invariant culture, UTC.</summary>
internal static class DisplayText
{
    /// <summary>A day and a time (UTC).</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A day and a time to the second (UTC).</summary>
    public static string Second(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A day.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A period in few letters, for the axis of a chart.</summary>
    public static string Short(DateOnly day, PeriodKind kind) =>
        day.ToString(kind is PeriodKind.Month ? "MMM yyyy" : "MMM d", CultureInfo.InvariantCulture);

    /// <summary>A count.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A count with its word.</summary>
    public static string Count(long number, string one, string many) => $"{Number(number)} {(number == 1 ? one : many)}";

    /// <summary>A part of a whole, as SVG and CSS take it.</summary>
    public static string Percent(double part) => (part * 100).ToString("0.###", CultureInfo.InvariantCulture) + "%";

    /// <summary>A length, as SVG takes it.</summary>
    public static string Length(double pixels) => pixels.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>How long something took.</summary>
    public static string Duration(TimeSpan time) => time switch
    {
        _ when time < TimeSpan.FromSeconds(1) => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(time.TotalMilliseconds, 0):0} ms"),
        _ when time < TimeSpan.FromMinutes(1) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s"),
        _ when time < TimeSpan.FromHours(1) => string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min {time.Seconds:00} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours} h {time.Minutes:00} min"),
    };

    /// <summary>How long ago something was, in its largest unit.</summary>
    public static string Age(TimeSpan time) => time switch
    {
        _ when time < TimeSpan.FromMinutes(1) => "just now",
        _ when time < TimeSpan.FromHours(1) => Count((long)time.TotalMinutes, "minute ago", "minutes ago"),
        _ when time < TimeSpan.FromDays(1) => Count((long)time.TotalHours, "hour ago", "hours ago"),
        _ => Count((long)time.TotalDays, "day ago", "days ago"),
    };

    /// <summary>A direction.</summary>
    public static string Direction(SyncDirection? direction) => direction switch
    {
        SyncDirection.ToSales => "To Sales",
        SyncDirection.ToBusinessCentral => "To Business Central",
        SyncDirection.Both => "Both",
        _ => string.Empty,
    };

    /// <summary>A name of an enumeration in words.</summary>
    public static string Words(Enum value) => string.Concat(value.ToString().Select((letter, place) =>
        place > 0 && char.IsUpper(letter) ? " " + char.ToLowerInvariant(letter) : letter.ToString()));

    /// <summary>What records a line of the log is about.</summary>
    public static string Record(string? bcNo, string? salesName, Guid? bcId, Guid? salesId)
    {
        var names = string.Join(" / ", new[] { bcNo, salesName }.Where(name => !string.IsNullOrWhiteSpace(name)));
        return names.Length > 0 ? names : (bcId ?? salesId)?.ToString() ?? string.Empty;
    }
}
