using System.Globalization;

namespace BcSalesSync.Sandbox.BusinessCentral.Documents;

// The date formulas of terms and set-up: a number of days, weeks, months or years; anything else is no shift.
internal static class DateFormula
{
    public static DateOnly Shift(DateOnly date, string formula)
    {
        if (date == DateOnly.MinValue || formula.Length < 2
            || !int.TryParse(formula[..^1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count))
        {
            return date;
        }

        return char.ToUpperInvariant(formula[^1]) switch
        {
            'D' => date.AddDays(count),
            'W' => date.AddDays(7 * count),
            'M' => date.AddMonths(count),
            'Y' => date.AddYears(count),
            _ => date,
        };
    }
}
