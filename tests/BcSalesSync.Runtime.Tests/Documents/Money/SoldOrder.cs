using FsCheck;
using FsCheck.Fluent;

namespace BcSalesSync.Runtime.Tests.Documents.Money;

/// <summary>An order as a seller may agree it: up to eight lines, discounts, freight, a currency.</summary>
internal sealed record SoldOrder(IReadOnlyList<SoldLine> Lines, decimal Discount, decimal Percentage, decimal Freight, bool IsForeign)
{
    /// <summary>True when all of it bears one rate of tax, which the seller then can tell to the cent.</summary>
    public bool HasOneRate => Lines.All(line => !line.Reduced);

    /// <summary>So many orders.</summary>
    public static IEnumerable<SoldOrder> Sample(int seed, int count)
    {
        var order = from lines in Line.ListOf().Where(lines => lines.Count is > 0 and <= 8)
                    from discounted in Gen.Choose(0, 3)
                    from cents in Gen.Choose(1, 99)
                    from percent in Gen.Choose(1, 2500)
                    from freight in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Choose(1, 20000)))
                    from isForeign in Gen.Elements(true, false)
                    from oneRate in Gen.Elements(true, false)
                    select new SoldOrder(
                        oneRate ? [.. lines.Select(line => line with { Reduced = false })] : [.. lines],
                        discounted is 1 or 3 ? cents / 100m : 0,
                        discounted >= 2 ? percent / 100m : 0,
                        freight / 100m,
                        isForeign);
        return order.Sample(count, new Rnd((ulong)seed), 8);
    }

    public override string ToString() =>
        $"{string.Join("; ", Lines)}; discount {Discount} and {Percentage} %; freight {Freight}; {(IsForeign ? "foreign" : "local")}";

    private static Gen<SoldLine> Line =>
        from quantity in Gen.Frequency((2, Number(1, 40, 1)), (1, Number(1, 40000, 1000)))
        from price in Gen.Frequency((2, Number(1, 99999, 100)), (1, Number(100, 999999, 10000)))
        from discount in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Choose(1, 60)))
        from reduced in Gen.Elements(true, false)
        select new SoldLine(quantity, price, discount, reduced);

    private static Gen<decimal> Number(int least, int most, decimal parts) => Gen.Choose(least, most).Select(number => number / parts);
}
