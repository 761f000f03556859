namespace BcSalesSync.Runtime.Reporting.Markup;

/// <summary>A column of a table.</summary>
/// <param name="Heading">What stands above it.</param>
/// <param name="Write">Writes a cell.</param>
/// <param name="Class">How its cells look; empty for text.</param>
internal sealed record Column<T>(string Heading, Action<Html, T> Write, string Class = "")
{
    /// <summary>A column of text.</summary>
    public static Column<T> Text(string heading, Func<T, string?> text, string look = "") => new(heading, (page, row) => page.Text(text(row)), look);

    /// <summary>A column of counts; nothing is shown faintly.</summary>
    public static Column<T> Number(string heading, Func<T, long> number) => new(
        heading,
        (page, row) =>
        {
            if (number(row) == 0)
                page.Element("span", "0", ("class", "faint"));
            else
                page.Text(DisplayText.Number(number(row)));
        },
        "number");

    /// <summary>A column of times (UTC).</summary>
    public static Column<T> Time(string heading, Func<T, DateTimeOffset?> time) => Time(heading, time, DisplayText.Time);

    /// <summary>A column of times to the second (UTC).</summary>
    public static Column<T> Second(string heading, Func<T, DateTimeOffset?> time) => Time(heading, time, DisplayText.Second);

    private static Column<T> Time(string heading, Func<T, DateTimeOffset?> time, Func<DateTimeOffset, string> show) => new(
        heading,
        (page, row) =>
        {
            if (time(row) is { } moment)
                page.Element("time", show(moment), ("datetime", DisplayText.Second(moment).Replace(' ', 'T') + "Z"));
            else
                page.Element("span", "–", ("class", "faint"));
        },
        "time");
}
