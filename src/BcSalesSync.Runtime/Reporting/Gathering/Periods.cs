using BcSalesSync.Runtime.Reporting.Figures;

namespace BcSalesSync.Runtime.Reporting.Gathering;

/// <summary>Cuts days into periods of which few enough are left to be told apart.</summary>
internal static class Periods
{
    private const int Most = 45;
    private const int DaysOfWeek = 7;

    /// <summary>The periods from the first day to today.</summary>
    public static History Cut(IReadOnlyDictionary<DateOnly, Dictionary<string, Counters>> days, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var first = days.Keys.DefaultIfEmpty(today).Min();
        var end = days.Keys.Append(today).Max();
        var length = end.DayNumber - first.DayNumber + 1;
        var kind = length <= Most ? PeriodKind.Day : length <= Most * DaysOfWeek ? PeriodKind.Week : PeriodKind.Month;
        var periods = new List<Period>();
        for (var start = StartOf(first, kind); start <= end; start = Next(start, kind))
        {
            var next = Next(start, kind);
            periods.Add(Sum(start, days.Where(day => day.Key >= start && day.Key < next).SelectMany(day => day.Value)));
        }

        var whole = Sum(first, periods.SelectMany(period => period.ByName));
        return new History
        {
            Kind = kind,
            Periods = periods,
            Total = whole.Total,
            ByName = [.. whole.ByName.Select(name => new NamedCounters(name.Key, name.Value))
                .OrderByDescending(name => name.Counters.Shown).ThenBy(name => name.Name, StringComparer.Ordinal)],
        };
    }

    private static Period Sum(DateOnly start, IEnumerable<KeyValuePair<string, Counters>> entries)
    {
        var names = new Dictionary<string, Counters>();
        var total = Counters.None;
        foreach (var (name, counters) in entries)
        {
            names[name] = names.GetValueOrDefault(name, Counters.None).Plus(counters);
            total = total.Plus(counters);
        }

        return new Period(start, names, total);
    }

    private static DateOnly StartOf(DateOnly day, PeriodKind kind) => kind switch
    {
        PeriodKind.Day => day,
        PeriodKind.Week => day.AddDays(-(((int)day.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek)),
        _ => new DateOnly(day.Year, day.Month, 1),
    };

    private static DateOnly Next(DateOnly start, PeriodKind kind) => kind switch
    {
        PeriodKind.Day => start.AddDays(1),
        PeriodKind.Week => start.AddDays(DaysOfWeek),
        _ => start.AddMonths(1),
    };
}
