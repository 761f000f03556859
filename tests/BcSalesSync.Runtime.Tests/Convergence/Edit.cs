using FsCheck;
using FsCheck.Fluent;

namespace BcSalesSync.Runtime.Tests.Convergence;

/// <summary>A value that somebody types on one side.</summary>
/// <param name="Customer">Which of the coupled customers.</param>
/// <param name="InSales">True on the Sales side.</param>
/// <param name="Field">Which of the two-way fields.</param>
/// <param name="Value">The value; few, so that sides agree by chance.</param>
internal sealed record Edit(int Customer, bool InSales, int Field, string Value)
{
    public const int Customers = 4;

    /// <summary>Two-way fields by their names in Business Central and Sales.</summary>
    public static readonly (string Bc, string Sales)[] Fields =
    [
        ("displayName", "name"), ("addressLine2", "address1_line2"), ("city", "address1_city"), ("email", "emailaddress1"), ("website", "websiteurl"),
    ];

    private static readonly string[] Values = ["a@b.example", "c@d.example", "e@f.example"];

    /// <summary>Edits between two runs, several times over.</summary>
    public static IEnumerable<Edit[][]> Days(int seed, int count)
    {
        var edit = from customer in Gen.Choose(0, Customers - 1)
                   from inSales in Gen.Elements(true, false)
                   from field in Gen.Choose(0, Fields.Length - 1)
                   from value in Gen.Elements(Values)
                   select new Edit(customer, inSales, field, value);
        return edit.ArrayOf().ArrayOf(3).Sample(8, new Rnd((ulong)seed), count);
    }
}
