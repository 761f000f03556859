using System.Globalization;

namespace BcSalesSync.Sandbox.Tables;

// Orders stored values of one column, and numbers of different types; null comes first.
internal sealed class ValueComparer(StringComparer text) : IComparer<object?>, IEqualityComparer<object?>
{
    public int Compare(object? x, object? y)
    {
        if (ReferenceEquals(x, y))
        {
            return 0;
        }

        if (x is null)
        {
            return -1;
        }

        if (y is null)
        {
            return 1;
        }

        if (x is string left && y is string right)
        {
            return text.Compare(left, right);
        }

        if (x is Guid id && y is Guid other)
        {
            return id.CompareTo(other);
        }

        return x.GetType() == y.GetType() ? ((IComparable)x).CompareTo(y) : Number(x).CompareTo(Number(y));
    }

    bool IEqualityComparer<object?>.Equals(object? x, object? y) => Compare(x, y) == 0;

    int IEqualityComparer<object?>.GetHashCode(object? obj) =>
        obj switch { null => 0, string s => text.GetHashCode(s), _ => obj.GetHashCode() };

    private static decimal Number(object value) => Convert.ToDecimal(value, CultureInfo.InvariantCulture);
}
