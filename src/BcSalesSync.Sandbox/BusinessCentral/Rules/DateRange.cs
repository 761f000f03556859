using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Rules;

// A start and an end, either of which may be blank.
internal static class DateRange
{
    public static void Check(RowDraft draft, Column starting, Column ending)
    {
        var (from, to) = ((DateOnly)draft[starting]!, (DateOnly)draft[ending]!);
        if (to != DateOnly.MinValue && from > to)
        {
            throw BcException.Dialog($"{starting.Caption} cannot be after {ending.Caption}.");
        }
    }
}
